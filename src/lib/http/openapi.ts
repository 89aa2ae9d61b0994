import "server-only";
import type { z } from "zod";
import { SESSION_COOKIE } from "@/lib/auth/lucia";
import { ERRORS, type ErrorCode } from "@/lib/errors";
import type { RouteSpec } from "./define-route";
import { JsonSchemas } from "./json-schemas";

/** A route file: handlers built by `defineRoute`, by method. */
export type RouteModule = Partial<Record<Method, { spec: RouteSpec }>>;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

export interface Operation {
  path: string;
  method: Method;
  spec: RouteSpec;
}

/** Lists the operations of `modules` (path in OpenAPI format → module) in their order. */
export function listOperations(modules: Record<string, RouteModule>): Operation[] {
  return Object.entries(modules).flatMap(([path, module]) =>
    METHODS.flatMap((method) => {
      const spec = module[method]?.spec;
      return spec ? [{ path, method, spec }] : [];
    }),
  );
}

/** Builds the OpenAPI 3.1 document from the schemas that the routes validate with. */
export function describeOperations(operations: Operation[], server: string) {
  const schemas = new JsonSchemas();
  const paths = new Map<string, object>();
  for (const operation of operations) {
    const { path, method } = operation;
    const described = { [method.toLowerCase()]: describeOperation(operation, schemas) };
    paths.set(path, { ...paths.get(path), ...described });
  }
  const schemes = new Set(operations.flatMap(({ spec }) => getSecurity(spec).flatMap(Object.keys)));
  return {
    openapi: "3.1.0",
    info: {
      title: "Equipement Ouarzazate",
      version: "1",
      description: "The shop's REST API. Prices are strings in MAD, times ISO 8601 in UTC.",
      license: { name: "Proprietary", identifier: "LicenseRef-Proprietary" },
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Failure: FAILURE, ...schemas.shared },
      securitySchemes: Object.fromEntries(
        Object.entries(SECURITY).filter(([name]) => schemes.has(name)),
      ),
    },
  };
}

function describeOperation({ path, method, spec }: Operation, schemas: JsonSchemas) {
  return {
    summary: spec.summary,
    operationId: `${method.toLowerCase()}_${path.replace(/[^a-z0-9]+/gi, "_").replace(/^_|_$/g, "")}`,
    description: spec.access === "public" ? undefined : `Access: \`${spec.access}\`.`,
    security: getSecurity(spec),
    tags: [path.split("/")[2]],
    parameters: [
      ...parameters("path", schemas, spec.params),
      ...parameters("query", schemas, spec.query),
    ],
    ...requestBody(spec, schemas),
    responses: {
      [String(spec.status ?? 200)]: {
        description: "Success",
        content: { "application/json": { schema: successSchema(spec, schemas) } },
      },
      ...(spec.form && { "303": { description: "Redirects after the post of a plain HTML form" } }),
      ...Object.fromEntries(listFailures(method, spec).map(toFailureResponse)),
    },
  };
}

const FILE_FORM = {
  type: "object",
  properties: { file: { type: "string", format: "binary" } },
  required: ["file"],
};

function requestBody({ body, acceptsFile, acceptsBeacon, form }: RouteSpec, schemas: JsonSchemas) {
  if (acceptsFile) {
    return {
      requestBody: { required: true, content: { "multipart/form-data": { schema: FILE_FORM } } },
    };
  }
  if (!body) return {};
  const content = { schema: schemas.describe(body, "input") };
  return {
    requestBody: {
      required: true,
      content: {
        "application/json": content,
        ...(acceptsBeacon && { "text/plain": content }),
        ...(form && { "application/x-www-form-urlencoded": content }),
      },
    },
  };
}

function parameters(place: "path" | "query", schemas: JsonSchemas, schema: z.ZodType | undefined) {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.describe(schema, "input");
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(name === "option" && { style: "deepObject", explode: true }),
    schema: property,
  }));
}

const SECURITY = {
  session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE },
  cron: { type: "http", scheme: "bearer" },
  webhook: { type: "apiKey", in: "header", name: "svix-signature" },
};

const META = {
  type: "object",
  properties: {
    timestamp: { type: "string", format: "date-time" },
    requestId: { type: "string", pattern: "^req_" },
  },
};

const PAGINATION = {
  type: "object",
  properties: Object.fromEntries(
    ["page", "pageSize", "total", "totalPages"].map((name) => [name, { type: "integer" }]),
  ),
};

const FAILURE = {
  type: "object",
  properties: {
    success: { const: false },
    error: {
      type: "object",
      properties: {
        code: { enum: Object.keys(ERRORS) },
        message: { type: "string" },
        details: { type: "object" },
      },
      required: ["code", "message"],
    },
    meta: META,
  },
};

function successSchema(spec: RouteSpec, schemas: JsonSchemas) {
  const data = schemas.describe(spec.response, "output");
  const extra = Object.entries(spec.extra ?? {}).map(([name, schema]) => [
    name,
    schemas.describe(schema, "output"),
  ]);
  return {
    type: "object",
    properties: {
      success: { const: true },
      data: spec.isList ? { type: "array", items: data } : data,
      ...(spec.isList && { pagination: PAGINATION }),
      ...Object.fromEntries(extra),
      meta: META,
    },
  };
}

function listFailures(method: Method, spec: RouteSpec): ErrorCode[] {
  const hasInput = spec.params || spec.query || spec.body || spec.acceptsFile;
  const isOpenToAll = isPublicOrAnyStaff(spec) && method === "GET";
  const failures: ErrorCode[] = ["PAYLOAD_TOO_LARGE"];
  if (spec.body || spec.acceptsFile) failures.push("UNSUPPORTED_MEDIA_TYPE");
  if (hasInput) failures.push("VALIDATION_ERROR");
  if (spec.access !== "public") failures.push("UNAUTHORIZED");
  if (!isOpenToAll) failures.push("FORBIDDEN");
  if (spec.params) failures.push("NOT_FOUND");
  if (spec.limit) failures.push("RATE_LIMITED");
  return [...failures, "INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE"];
}

function isPublicOrAnyStaff({ access }: RouteSpec): boolean {
  return access === "public" || access === "signed-in" || access === "cron";
}

function getSecurity({ access }: RouteSpec): Record<string, never[]>[] {
  if (access === "public") return [];
  if (access === "webhook" || access === "cron") return [{ [access]: [] }];
  return [{ session: [] }];
}

function toFailureResponse(code: ErrorCode): [string, unknown] {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Failure" } } };
  return [String(ERRORS[code].status), { description: code, content }];
}
