import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { call } from "../support/call";
import { MUTATIONS, UNAUDITED_OPERATIONS } from "../support/mutations";
import { getHandler, MUTATING_OPERATIONS, toOperationName } from "../support/operations";
import { buildStaff } from "../support/staff";

const changes = MUTATING_OPERATIONS.filter(
  ({ path, spec }) => /^\/api\/(admin|auth|upload)\//.test(path) && spec.access !== "public",
);
const names = changes.map(toOperationName);

describe("Every change by staff", () => {
  it("has an example in tests/support/mutations.ts, and every example has a route", () => {
    const known = [...Object.keys(MUTATIONS), ...Object.keys(UNAUDITED_OPERATIONS)];
    expect({ missing: names.filter((name) => !known.includes(name)) }).toEqual({ missing: [] });
    expect({ unknown: known.filter((name) => !names.includes(name)) }).toEqual({ unknown: [] });
  });

  const auditedOperations = changes.filter((operation) => toOperationName(operation) in MUTATIONS);
  it.each(auditedOperations.map((operation) => [toOperationName(operation), operation] as const))(
    "%s writes its audit entry: actor, action, record and request",
    async (name, operation) => {
      const owner = await buildStaff("SUPER_ADMIN");
      const options = await MUTATIONS[name]?.(owner);
      const before = await db.auditLog.count();
      const { method } = operation;
      const { status, headers, body } = await call(getHandler(operation), {
        as: owner,
        method,
        ...options,
      });
      expect([status, body?.error]).toEqual([operation.spec.status ?? 200, undefined]);
      const requestId = headers.get("x-request-id");
      const entries = await db.auditLog.findMany({ where: { requestId, userId: owner.id } });
      expect(entries.length).toBeGreaterThan(0);
      expect(await db.auditLog.count()).toBe(before + entries.length);
      for (const { action, entityType, userName, hash } of entries) {
        expect(action).toMatch(/^[a-z]+(_[a-z]+)+$/);
        expect(entityType).toMatch(/^[A-Z][A-Za-z]+$/);
        expect(userName).toBe(owner.username);
        expect(hash).toMatch(/^[0-9a-f]{64}$/);
      }
    },
  );
});
