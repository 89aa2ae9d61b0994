import type { RefObject } from "react";
import type { VariableValues } from "@/domain/messaging/inbox/rules";
import type { MessageState, Thread } from "@/domain/messaging/inbox/schema";
import type { Enqueue } from "./use-thread-actions";

export interface ComposerProps {
  thread: Thread;
  values: VariableValues;
  userId: string;
  /** The version that the last answer told. */
  version: RefObject<number>;
  /** Waits until what was asked for before is done. */
  enqueue: Enqueue;
  onSaved: (state: MessageState) => void;
  /** Marks the message as answered; absent where it is already. */
  onReplied?: (() => void) | undefined;
  /** Where one goes on once the message is archived. */
  after: string;
}
