import "server-only";
import { lookup as resolve } from "node:dns/promises";
import { type ClientRequestArgs, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import ipaddr from "ipaddr.js";

const MAX_REDIRECTS = 3;
const TIMEOUT_MS = 15_000;
const PORTS = new Set(["", "80", "443"]);

/** Why a file was not loaded, as a French sentence. */
export class PublicFetchError extends Error {}

/** Where a file may come from. */
export interface FetchPolicy {
  acceptsAddress: (address: string) => boolean;
  acceptsPort: (port: string) => boolean;
}

const PUBLIC: FetchPolicy = {
  acceptsAddress: isPublicAddress,
  acceptsPort: (port) => PORTS.has(port),
};

/** Loads a file of at most `maxBytes` from a public address. @throws PublicFetchError */
export function fetchPublicFile(address: string, maxBytes: number): Promise<Buffer> {
  return fetchFile(address, maxBytes, PUBLIC);
}

/**
 * The connection goes to the address that was checked, and each redirect is checked again, so that no name and no redirect leads where the
 * policy does not allow.
 */
export async function fetchFile(
  address: string,
  maxBytes: number,
  policy: FetchPolicy,
): Promise<Buffer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let url = parseAddress(address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await open(url, signal, policy);
    const location = response.headers.location;
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      url = parseAddress(location, url);
      continue;
    }
    if (status !== 200) {
      response.destroy();
      throw new PublicFetchError(`L'autre site répond par une erreur (${status}).`);
    }
    return readBody(response, maxBytes);
  }
  throw new PublicFetchError("Cette adresse redirige trop de fois.");
}

function parseAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new PublicFetchError("Cette adresse n'est pas valable.");
  const url = new URL(address, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new PublicFetchError("Une adresse commence par http:// ou https://.");
  }
  if (url.username !== "" || url.password !== "") throw refused();
  return url;
}

const refused = () => new PublicFetchError("Cette adresse n'est pas publique.");

async function open(
  url: URL,
  signal: AbortSignal,
  { acceptsAddress, acceptsPort }: FetchPolicy,
): Promise<IncomingMessage> {
  if (!acceptsPort(url.port)) throw refused();
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await resolve(host, { all: true }).catch(() => {
    throw new PublicFetchError("Ce site n'existe pas.");
  });
  const [first] = addresses;
  if (first === undefined || !addresses.every(({ address }) => acceptsAddress(address)))
    throw refused();
  const options: ClientRequestArgs = {
    host: first.address,
    family: first.family,
    port: url.port || undefined,
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, accept: "image/*", "user-agent": "EquipementOuarzazate/1.0" },
    signal,
    agent: false,
  };
  return new Promise((done, fail) => {
    const request =
      url.protocol === "https:"
        ? httpsRequest({ ...options, servername: ipaddr.isValid(host) ? "" : host }, done)
        : httpRequest(options, done);
    request.on("error", () => fail(new PublicFetchError("Ce site ne répond pas.")));
    request.end();
  });
}

/** Everything but unicast is refused: loopback, private, link-local, carrier-grade NAT, multicast, and IPv6 forms of them. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      const part = Buffer.from(chunk);
      length += part.length;
      if (length > maxBytes) {
        throw new PublicFetchError(`Ce fichier dépasse ${Math.floor(maxBytes / 1024 / 1024)} Mo.`);
      }
      chunks.push(part);
    }
  } catch (error) {
    throw error instanceof PublicFetchError
      ? error
      : new PublicFetchError("Le téléchargement s'est interrompu.");
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks, length);
}
