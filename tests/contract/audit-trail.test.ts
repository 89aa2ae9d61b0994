import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { call } from "../support/call";
import { CHANGES, handlerOf, nameOf } from "../support/doors";
import { MUTATIONS, UNTOLD } from "../support/mutations";
import { buildStaff } from "../support/staff";

const changes = CHANGES.filter(
  ({ path, spec }) => /^\/api\/(admin|auth|upload)\//.test(path) && spec.access !== "public",
);
const names = changes.map(nameOf);

describe("every change that staff can make", () => {
  it("has its example in tests/support/mutations.ts, and no example is of a route that is none", () => {
    const known = [...Object.keys(MUTATIONS), ...Object.keys(UNTOLD)];
    expect({ missing: names.filter((name) => !known.includes(name)) }).toEqual({ missing: [] });
    expect({ unknown: known.filter((name) => !names.includes(name)) }).toEqual({ unknown: [] });
  });

  const told = changes.filter((operation) => nameOf(operation) in MUTATIONS);
  it.each(told.map((operation) => [nameOf(operation), operation] as const))(
    "%s writes its entry: who, what, to which, by which request",
    async (name, operation) => {
      const owner = await buildStaff("SUPER_ADMIN");
      const options = await MUTATIONS[name]?.(owner);
      const before = await db.auditLog.count();
      const { method } = operation;
      const { status, headers, body } = await call(handlerOf(operation), {
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
