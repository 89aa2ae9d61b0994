import { NextRequest } from "next/server";
import { ROUTES } from "@/app/api/route-table";
import { listOperations, type Operation } from "@/lib/http/openapi";
import type { call } from "./call";

export type Handler = Parameters<typeof call>[0];

export const OPERATIONS = listOperations(ROUTES);
export const MUTATING_OPERATIONS = OPERATIONS.filter(({ method }) => method !== "GET");

export function getHandler({ path, method }: Operation): Handler {
  return ROUTES[path]?.[method] as unknown as Handler;
}

export function toOperationName({ path, method }: Operation): string {
  return `${method} ${path}`;
}

/** Sends a malformed JSON body and unknown ids. */
export async function sendMalformedRequest(operation: Operation, headers: Record<string, string>) {
  const { path, method } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const request = new NextRequest(`http://shop.test${path}`, {
    method,
    headers: {
      host: "shop.test",
      ...(method !== "GET" && { "content-type": "application/json" }),
      ...headers,
    },
    ...(method !== "GET" && { body: "{" }),
  });
  const params = Object.fromEntries(names.map((name) => [name, "none"]));
  return getHandler(operation)(request, { params: Promise.resolve(params) });
}
