import { readdirSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { DELETE, GET, PATCH, POST, PUT } from "@/app/api/[...path]/route";
import { GET as openapi } from "@/app/api/openapi.json/route";
import { ROUTES } from "@/app/api/route-table";
import { ERRORS } from "@/lib/errors";
import { listOperations } from "@/lib/http/openapi";
import { call } from "../support/call";
import { buildStaff } from "../support/staff";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** Routes without an envelope or operation: the OpenAPI document itself, and the catch-all for unknown addresses. */
const NOT_OPERATIONS = ["/api/openapi.json", "/api/{path}"];

const LINT_RULES = {
  "security-defined": "error",
  "operation-operationId-unique": "error",
  "operation-4xx-response": "error",
  "no-required-schema-properties-undefined": "error",
  "no-unused-components": "error",
  "no-unresolved-refs": "error",
  // The test environment uses localhost.
  "no-server-example.com": "off",
} as const;

const folders = readdirSync("src/app/api", { recursive: true, encoding: "utf8" });
const paths = folders
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .map((file) => `/api/${file.replace(/\/?route\.ts$/, "")}`)
  .map((path) => path.replace(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}"))
  .filter((path) => !NOT_OPERATIONS.includes(path));

const operations = listOperations(ROUTES);

/** Also the codes of the members of a union. */
function listIssueCodes(issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.flatMap((issue) => [
    issue.code,
    ...(issue.code === "invalid_union" ? issue.errors.flatMap(listIssueCodes) : []),
  ]);
}

describe("Every route", () => {
  it("is in the table from which OpenAPI is generated, and the table has no other entry", () => {
    expect(Object.keys(ROUTES).toSorted()).toEqual(paths.toSorted());
  });

  it.each(Object.entries(ROUTES))("%s exports only handlers built by defineRoute", (_, module) => {
    for (const [name, handler] of Object.entries(module)) {
      expect(METHODS).toContain(name);
      expect(handler).toHaveProperty("spec.access");
      expect(handler.spec.summary).toMatch(/^[A-ZÀ-Ý].{5,}/);
    }
  });

  it.each(operations)(
    "$method $path limits public callers, unless it is a health check",
    ({ path, spec }) => {
      if (path.startsWith("/api/health")) expect(spec.limit).toBeNull();
      else if (spec.access === "public") expect(spec.limit?.requests).toBeGreaterThan(0);
    },
  );

  it.each(operations.filter(({ spec }) => spec.limit))(
    "$method $path is counted in memory if it reads, in the database if it writes",
    ({ method, path, spec }) => {
      // Events of visitors are accepted without the database, and the choice not to be counted writes a cookie only.
      const isInMemory = method === "GET" || path.startsWith("/api/analytics/");
      expect(spec.limit?.store).toBe(isInMemory ? "memory" : "database");
    },
  );

  it.each(operations)("$method $path lets caches store only reads", ({ method, spec }) => {
    if (method !== "GET") expect(spec.cacheSeconds).toBeUndefined();
  });

  it.each(operations.filter(({ spec }) => spec.body))(
    "$method $path rejects unknown body fields",
    ({ spec }) => {
      const { error } = spec.body?.safeParse({ "no-such-field": 1 }) ?? {};
      expect(listIssueCodes(error?.issues ?? [])).toContain("unrecognized_keys");
    },
  );
});

describe("An unknown address under /api", () => {
  it.each(Object.entries({ GET, POST, PUT, PATCH, DELETE }))(
    "answers %s with the error envelope",
    async (method, route) => {
      const { status, body } = await call(route, { method, params: { path: "nothing" } });
      expect(status).toBe(404);
      expect(body?.error).toEqual({ code: "NOT_FOUND", message: ERRORS.NOT_FOUND.fr });
    },
  );

  it("rejects cross-origin requests first", async () => {
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
    ]) {
      const { status } = await call(POST, { method: "POST", headers });
      expect(status).toBe(403);
    }
  });

  it.each([
    ["a foreign Origin without Sec-Fetch-Site", { origin: "https://evil.example" }, 403],
    ["Origin: null", { origin: "null" }, 403],
    ["no Origin at all", {}, 403],
    ["our own Origin without Sec-Fetch-Site", { origin: "http://shop.test" }, 404],
  ])("answers %s with %#", async (_, headers, expected) => {
    const request = new NextRequest("http://shop.test/api/x", {
      method: "POST",
      headers: { host: "shop.test", ...headers },
    });
    const response = await POST(request, { params: Promise.resolve({}) });
    expect(response.status).toBe(expected);
  });
});

async function documentFor(as?: { cookie: string }) {
  const headers = { host: "shop.test", ...(as && { cookie: as.cookie }) };
  const request = new NextRequest("http://shop.test/api/openapi.json", { headers });
  const response = await openapi(request, { params: Promise.resolve({}) });
  return { document: await response.json(), headers: response.headers };
}

describe("/api/openapi.json", () => {
  it("describes every operation to staff, with its parameters and errors", async () => {
    const { document } = await documentFor(await buildStaff("VIEWER"));
    expect(document.openapi).toBe("3.1.0");
    for (const { path, method, spec } of operations) {
      const operation = document.paths[path][method.toLowerCase()];
      expect(operation.summary).toBe(spec.summary);
      const codes = Object.keys(operation.responses);
      expect(codes).toContain("500");
      expect(codes.includes("429")).toBe(Boolean(spec.limit));
    }
    const list = document.paths["/api/public/products"].get;
    const names = list.parameters.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "category",
        "featured",
        "new",
        "inStock",
        "minPrice",
        "maxPrice",
        "option",
        "sort",
        "page",
        "pageSize",
      ]),
    );
  });

  it("describes only the public operations to signed-out readers", async () => {
    const open = operations.filter(({ spec }) => spec.access === "public");
    for (const as of [undefined, { cookie: "session=forged" }]) {
      const { document, headers } = await documentFor(as);
      const described = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      expect(described.toSorted()).toEqual(
        open.map(({ method, path }) => `${method} ${path}`).toSorted(),
      );
      expect(JSON.stringify(document)).not.toContain("/api/admin");
      expect(headers.get("cache-control")).toBe("private, no-cache");
    }
  });

  it.each([
    ["strangers", async () => undefined],
    ["staff", () => buildStaff("SUPER_ADMIN")],
  ])("is a valid document for tools: for %s", { timeout: 60_000 }, async (_, who) => {
    const { document } = await documentFor(await who());
    const problems = await lintFromString({
      source: JSON.stringify(document),
      config: await createConfig({ extends: ["recommended"], rules: LINT_RULES }),
    });
    const found = problems.map(({ ruleId, message, location: [at] }) => [
      ruleId,
      message,
      at?.pointer,
    ]);
    expect(found).toEqual([]);
  });

  it("has unique operation ids", async () => {
    const { document } = await documentFor(await buildStaff("VIEWER"));
    const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap(
      (path) => Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
