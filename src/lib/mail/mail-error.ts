import { truncate } from "@/lib/input/text";

/**
 * - `retry`: safe to repeat with the same key, without a second message.
 * - `refused`: permanent; the mail was not sent.
 * - `unknown`: the mail may have been sent, and a retry could send it twice. Staff decide.
 */
export type MailErrorKind = "retry" | "refused" | "unknown";

export class MailError extends Error {
  override readonly name = "MailError";
  readonly retryAfterSeconds: number | undefined;
  /** Whether the provider may have accepted the mail. After `no` a retry may have other contents. */
  readonly wasAccepted: "no" | "maybe";

  constructor(
    readonly kind: MailErrorKind,
    /** Shown to staff and logged. Must not contain addresses. */
    message: string,
    options: {
      retryAfterSeconds?: number | undefined;
      wasAccepted?: "no" | "maybe";
      cause?: unknown;
    } = {},
  ) {
    super(truncate(message, 300), { cause: options.cause });
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.wasAccepted = options.wasAccepted ?? (kind === "refused" ? "no" : "maybe");
  }
}
