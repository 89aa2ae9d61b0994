import { truncate } from "@/lib/input/text";

/**
 * - `retry`: the same call with the same key may be made again; it cannot make a second message.
 * - `refused`: it will never pass as it is, and nothing was sent.
 * - `unknown`: it may have been sent, and nothing protects from a second message: only a person can decide.
 */
export type MailErrorKind = "retry" | "refused" | "unknown";

export class MailError extends Error {
  override readonly name = "MailError";
  readonly retryAfterSeconds: number | undefined;
  /** `no`: certainly not, another call may differ from this one. */
  readonly wasAccepted: "no" | "maybe";

  constructor(
    readonly kind: MailErrorKind,
    /** For staff and logs: what the vendor said, without addresses. */
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
