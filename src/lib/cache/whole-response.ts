import type { ServerResponse } from "node:http";
import { compress, type Encoding } from "@/lib/net/compression";

const COMPRESSIBLE = /^(?:text\/|application\/(?:json|manifest|xml)|image\/svg)/;

interface Options {
  encoding: Encoding | null;
  /** Gets the body before it is compressed, and may change headers. */
  adjust?: (body: Buffer) => void;
}

/**
 * Holds back a response, its headers included, until it is whole and compresses it at once, which costs less than a stream. `send` gets
 * the compressed body and has to call `response.end`.
 */
export function sendWhole(
  response: ServerResponse,
  { encoding, adjust }: Options,
  send: (body: Buffer) => void,
): void {
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  const hold = (chunk: unknown, encodingOfChunk: unknown) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    chunks.push(Buffer.from(chunk as string, encodingOfChunk as BufferEncoding));
  };
  const release = () => Object.assign(response, { write, end, writeHead, flushHeaders });
  response.flushHeaders = () => undefined;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    setHead(response, status, rest);
    return response;
  };
  response.write = (...args: unknown[]) => {
    hold(args[0], args[1]);
    const done = args.at(-1);
    if (typeof done === "function") process.nextTick(done);
    return true;
  };
  response.end = (...args: unknown[]) => {
    hold(args[0], args[1]);
    release();
    const done = args.at(-1);
    if (typeof done === "function") response.once("finish", done as () => void);
    const body = Buffer.concat(chunks);
    adjust?.(body);
    send(encode(response, body, encoding));
    return response;
  };
}

/** Sets the status and headers of a call of `writeHead` without sending them. Returns its other arguments. */
export function setHead(response: ServerResponse, status: number, rest: unknown[]): unknown[] {
  response.statusCode = status;
  const last = rest.at(-1);
  if (typeof last !== "object" || last === null || Array.isArray(last)) return rest;
  for (const [name, value] of Object.entries(last)) response.setHeader(name, value);
  return rest.slice(0, -1);
}

function encode(response: ServerResponse, body: Buffer, encoding: Encoding | null): Buffer {
  const isCompressible =
    COMPRESSIBLE.test(String(response.getHeader("content-type"))) &&
    response.getHeader("content-encoding") === undefined;
  if (!isCompressible || body.length === 0) return body;
  addVary(response);
  const compressed = encoding && compress(body, encoding);
  if (!compressed) return body;
  response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", compressed.length);
  return compressed;
}

function addVary(response: ServerResponse): void {
  const names = [response.getHeader("vary") ?? []].flat().join(", ");
  if (!/\baccept-encoding\b/i.test(names)) response.appendHeader("vary", "accept-encoding");
}
