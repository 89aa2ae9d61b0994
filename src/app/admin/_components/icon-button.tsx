import type { ComponentProps, ReactNode } from "react";
import styles from "./icon-button.module.css";

interface Props extends Omit<ComponentProps<"button">, "type"> {
  /** Accessible name; not visible. */
  label: ReactNode;
  /** The icon. */
  children: ReactNode;
}

export function IconButton({ label, children, className = "", ...button }: Props) {
  return (
    <button {...button} type="button" className={`${styles.button} ${className}`}>
      {children}
      <span className="visually-hidden">{label}</span>
    </button>
  );
}
