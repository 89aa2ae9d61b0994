import type { ReactNode } from "react";
import admin from "../admin.module.css";
import { SmallButton } from "../small-button";

interface Props {
  /** Says who changed what, and when. */
  children: ReactNode;
  onKeepMine: () => void;
  onUseTheirs: () => void;
}

/** Lets the editor choose a side after another editor saved the same record. */
export function ConflictNotice({ children, onKeepMine, onUseTheirs }: Props) {
  return (
    <div role="alert" className={admin.alert} data-tone="warn">
      <p>{children}</p>
      <div className={admin.row}>
        <SmallButton variant="primary" onClick={onKeepMine}>
          Garder ma saisie
        </SmallButton>
        <SmallButton onClick={onUseTheirs}>Reprendre la sienne</SmallButton>
      </div>
    </div>
  );
}
