import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/ui/breadcrumb";
import styles from "./panel-page.module.css";

interface Props {
  title: string;
  /** The pages above this one. */
  trail?: readonly Crumb[];
  actions?: ReactNode;
  children: ReactNode;
}

export function PanelPage({ title, trail = [], actions, children }: Props) {
  return (
    <div className={styles.page}>
      {trail.length > 0 && <Breadcrumb label="Fil d'Ariane" items={[...trail, { label: title }]} />}
      <header className={styles.head}>
        <h1>{title}</h1>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
