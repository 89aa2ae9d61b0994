export type Behaviour =
  | "ok"
  | "429"
  | "500"
  | "hang"
  | "refuse"
  | "unauthorized"
  | "reset"
  | "malformed"
  | "500-taken"
  | "hang-taken"
  | "slow";

export interface AcceptedMail {
  id: string;
  key: string | undefined;
  mail: {
    from: string;
    to: string[];
    subject: string;
    html: string;
    text: string;
    reply_to?: string;
    headers?: Record<string, string>;
    tags?: { name: string; value: string }[];
  };
}

export interface MailApi {
  url: string;
  taken: AcceptedMail[];
  calls: {
    key: string | undefined;
    path: string;
    behaviour: Behaviour;
    at: number;
    body: string;
  }[];
  /** The behaviours that the next calls meet, in this order. */
  next: (...behaviours: Behaviour[]) => void;
  /** Answers the calls that met `slow`. */
  held: (() => void)[];
  planned: Behaviour[];
  release: () => void;
  forgetKeys: () => void;
  stop: () => Promise<unknown>;
}

export function startMailApi(options?: { misbehave?: () => Behaviour }): Promise<MailApi>;
