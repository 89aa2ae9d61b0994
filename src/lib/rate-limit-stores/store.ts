/** A fixed window: a client may send `requests` within `seconds` of its first one. */
export interface RequestWindow {
  name: string;
  requests: number;
  seconds: number;
}

export interface RateLimitStore {
  /** Counts one request. `retryAfterSeconds`: until the window ends, at least 1. */
  count(
    window: RequestWindow,
    client: string,
  ): Promise<{ allowed: boolean; retryAfterSeconds: number }>;
  /** Subtracts a request that was counted in the present window. */
  refund(window: RequestWindow, client: string): Promise<void>;
  reset(window: RequestWindow, client: string): Promise<void>;
}

export function toKey({ name }: RequestWindow, client: string): string {
  return `${name}:${client}`;
}
