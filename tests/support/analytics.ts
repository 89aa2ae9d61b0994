import { readClient } from "@/domain/analytics/client";
import { forwardedFor, newIpAddress } from "./sign-in";

export const PHONE_BROWSER =
  "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36";

/** The headers of a request of a visitor, each time of another one. */
export function newClientHeaders(address = newIpAddress()): Record<string, string> {
  return { "user-agent": PHONE_BROWSER, ...forwardedFor(address) };
}

/** A visitor whom no other test has. */
export function newClient(headers: Record<string, string> = {}) {
  const client = readClient(
    new Headers({ "user-agent": PHONE_BROWSER, ...headers }),
    newIpAddress(),
  );
  if (!client) throw new Error("this client is not counted");
  return client;
}
