import admin from "@/app/admin/_components/admin.module.css";
import { SmallButton } from "@/app/admin/_components/small-button";
import { getSpamReasonLabels } from "@/domain/messaging/contact/spam-rules";
import type { MessageAction } from "./toolbar/message-actions";
import type { RunAction } from "./toolbar/use-thread-actions";

interface Props {
  reasons: readonly string[];
  actions: readonly (MessageAction | undefined)[];
  onAct: RunAction;
}

/** Shows why the message may be spam and lets staff decide. */
export function PossibleSpamNotice({ reasons, actions, onAct }: Props) {
  return (
    <section className={admin.alert} data-tone="warn" aria-label="Message douteux">
      <p>
        Message douteux : {getSpamReasonLabels(reasons).join(", ").toLowerCase()}. Le client a été
        traité comme les autres ; à vous de juger.
      </p>
      <div className={admin.row}>
        {actions
          .filter((action) => action !== undefined)
          .map((action) => (
            <SmallButton key={action.label} onClick={() => void onAct(action)}>
              {action.label}
            </SmallButton>
          ))}
      </div>
    </section>
  );
}
