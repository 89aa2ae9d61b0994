import type { RefObject } from "react";
import type { VariableValues } from "@/domain/messaging/inbox/rules";
import type { MessageState, Thread } from "@/domain/messaging/inbox/schema";
import type { Enqueue } from "../toolbar/use-thread-actions";

export interface ComposerProps {
  thread: Thread;
  values: VariableValues;
  userId: string;
  /** The version of the last response; the next change sends it. */
  version: RefObject<number>;
  /** Runs a request after the ones before it have ended. */
  enqueue: Enqueue;
  onSaved: (state: MessageState) => void;
  /** Marks the message as replied; undefined when it already is. */
  onReplied: (() => void) | undefined;
  /** The page to open after the message is archived. */
  nextUrl: string;
}
