import type { ComponentProps } from "react";

interface Props extends Omit<ComponentProps<"button">, "type" | "className"> {
  variant?: "primary" | "quiet" | "ghost";
}

/** A button in a row, a notice or a toolbar. */
export function SmallButton({ variant = "quiet", ...props }: Props) {
  return (
    <button
      {...props}
      type="button"
      className="button"
      data-variant={variant === "primary" ? undefined : variant}
      data-size="small"
    />
  );
}
