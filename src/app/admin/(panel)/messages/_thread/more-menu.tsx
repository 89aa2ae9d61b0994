"use client";

import { Ellipsis } from "lucide-react";
import { useId, useRef, useState } from "react";
import menuStyles from "@/app/admin/_components/menu.module.css";
import { positionPopover } from "@/app/admin/_components/position-popover";
import { DeleteMessage } from "./delete-message";
import type { MessageAction } from "./message-actions";
import styles from "./toolbar.module.css";

interface Props {
  message: { id: string; name: string };
  moves: readonly MessageAction[];
  /** In the menu on a phone only: elsewhere they are buttons beside it. */
  narrowMoves: readonly MessageAction[];
  mayDelete: boolean;
  list: string;
  onAct: (change: MessageAction["change"], move: MessageAction) => Promise<void>;
}

/** What is done seldom with a message. */
export function MoreMenu({ message, moves, narrowMoves, mayDelete, list, onAct }: Props) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isDeleting, setDeleting] = useState(false);
  if (moves.length + narrowMoves.length === 0 && !mayDelete) return null;
  const choose = (act: () => void) => {
    menu.current?.hidePopover();
    act();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className="button"
        data-variant="quiet"
        data-size="small"
        popoverTarget={id}
        aria-haspopup="true"
      >
        <Ellipsis aria-hidden="true" />
        Plus
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className={menuStyles.menu}
        onToggle={(event) => {
          if (event.newState === "open") positionPopover(event.currentTarget, opener.current);
        }}
      >
        {narrowMoves.map((move) => (
          <button
            key={move.label}
            type="button"
            className={styles.narrow}
            onClick={() => choose(() => void onAct(move.change, move))}
          >
            {move.label}
          </button>
        ))}
        {moves.map((move) => (
          <button
            key={move.label}
            type="button"
            onClick={() => choose(() => void onAct(move.change, move))}
          >
            {move.label}
          </button>
        ))}
        {mayDelete && (
          <button type="button" data-danger onClick={() => choose(() => setDeleting(true))}>
            Supprimer
          </button>
        )}
      </div>
      <DeleteMessage
        {...message}
        list={list}
        open={isDeleting}
        onClose={() => setDeleting(false)}
      />
    </>
  );
}
