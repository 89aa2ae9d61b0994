"use client";

import { Ellipsis } from "lucide-react";
import { useId, useRef, useState } from "react";
import { PopoverMenu } from "@/app/admin/_components/dialogs/popover-menu";
import { SmallButton } from "@/app/admin/_components/small-button";
import { DeleteMessage } from "./delete-message";
import type { MessageAction } from "./message-actions";
import styles from "./toolbar.module.css";
import type { RunAction } from "./use-thread-actions";

interface Props {
  message: { id: string; name: string };
  actions: readonly MessageAction[];
  /** Only in the menu on phones; on wider screens they are buttons beside it. */
  phoneActions: readonly MessageAction[];
  canDelete: boolean;
  listUrl: string;
  onAct: RunAction;
}

export function MoreMenu({ message, actions, phoneActions, canDelete, listUrl, onAct }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isDeleting, setDeleting] = useState(false);
  if (actions.length + phoneActions.length === 0 && !canDelete) return null;
  const choose = (run: () => void) => {
    menu.current?.hidePopover();
    run();
  };
  return (
    <>
      <SmallButton ref={opener} popoverTarget={id} aria-haspopup="true">
        <Ellipsis aria-hidden="true" />
        Plus
      </SmallButton>
      <PopoverMenu ref={menu} id={id} opener={opener}>
        {phoneActions.map((action) => (
          <button
            key={action.label}
            type="button"
            className={styles.phoneOnly}
            onClick={() => choose(() => void onAct(action))}
          >
            {action.label}
          </button>
        ))}
        {actions.map((action) => (
          <button key={action.label} type="button" onClick={() => choose(() => void onAct(action))}>
            {action.label}
          </button>
        ))}
        {canDelete && (
          <button type="button" data-danger onClick={() => choose(() => setDeleting(true))}>
            Supprimer
          </button>
        )}
      </PopoverMenu>
      <DeleteMessage
        {...message}
        listUrl={listUrl}
        open={isDeleting}
        onClose={() => setDeleting(false)}
      />
    </>
  );
}
