import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/ui/breadcrumb";
import { FocusOnArrival } from "../focus/focus-on-arrival";
import { UserText } from "../text/user-text";
import styles from "./admin-page.module.css";

interface Props {
  title: string;
  /** Breadcrumb: the pages above this one. */
  trail?: readonly Crumb[];
  actions?: ReactNode;
  /** Tabs of which the current one repeats the title: on a phone they replace it. For pages without actions. */
  tabs?: ReactNode;
  /** On a phone: limits the title to two small lines and hides the breadcrumb. */
  isCompact?: boolean;
  children: ReactNode;
}

export function AdminPage({ title, trail = [], actions, tabs, isCompact, children }: Props) {
  return (
    <div
      className={styles.page}
      data-compact={isCompact || undefined}
      data-tabs={tabs ? true : undefined}
    >
      {trail.length > 0 && (
        <Breadcrumb label="Fil d'Ariane" locale="fr" items={[...trail, { label: title }]} />
      )}
      <header className={styles.head}>
        <h1>
          <UserText text={title} />
        </h1>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <FocusOnArrival />
      {tabs}
      {children}
    </div>
  );
}
