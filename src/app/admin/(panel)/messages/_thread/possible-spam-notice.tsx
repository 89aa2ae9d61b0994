import admin from "@/app/admin/_components/admin.module.css";
import { labelsOf } from "@/domain/messaging/contact/spam-rules";
import type { MessageAction } from "./message-actions";

interface Props {
  reasons: readonly string[];
  moves: readonly (MessageAction | undefined)[];
  onAct: (change: MessageAction["change"], move: MessageAction) => Promise<void>;
}

/** Why a message of the inbox may be spam; a person decides. */
export function PossibleSpamNotice({ reasons, moves, onAct }: Props) {
  return (
    <section className={admin.alert} data-tone="warn" aria-label="Message douteux">
      <p>
        Message douteux : {labelsOf(reasons).join(", ").toLowerCase()}. Le client a été traité comme
        les autres ; à vous de juger.
      </p>
      <div className={admin.row}>
        {moves
          .filter((move) => move !== undefined)
          .map((move) => (
            <button
              key={move.label}
              type="button"
              className="button"
              data-variant="quiet"
              data-size="small"
              onClick={() => void onAct(move.change, move)}
            >
              {move.label}
            </button>
          ))}
      </div>
    </section>
  );
}
