import { beforeAll, describe, expect, it } from "vitest";
import type { AuditEntry } from "@/domain/audit/schema";
import { toEntryText } from "@/domain/audit-log/entry-text";
import { getLabel } from "@/domain/audit-log/fields";
import { hasActionLabel, hasEntityLabel } from "@/domain/audit-log/labels";
import { findReferencedNames, listAuditEntries } from "@/domain/audit-log/queries";
import { call } from "../support/call";
import { MUTATIONS } from "../support/mutations";
import { getHandler, MUTATING_OPERATIONS, toOperationName } from "../support/operations";
import { buildStaff } from "../support/staff";

let entries: AuditEntry[];

beforeAll(async () => {
  for (const operation of MUTATING_OPERATIONS.filter(
    (each) => toOperationName(each) in MUTATIONS,
  )) {
    const owner = await buildStaff("SUPER_ADMIN");
    const options = await MUTATIONS[toOperationName(operation)]?.(owner);
    const { method } = operation;
    await call(getHandler(operation), { as: owner, method, ...options });
  }
  ({ items: entries } = await listAuditEntries({ page: 1, pageSize: 1_000 }));
}, 120_000);

describe("Every audit entry of an API change", () => {
  it("can be displayed", () => {
    expect(entries.length).toBeGreaterThan(50);
    expect(entries.filter(({ isReadable }) => !isReadable)).toEqual([]);
  });

  it("has a French label for its action, its entity and each of its fields", () => {
    const missing = entries.flatMap((entry) => {
      const { action, entityType } = entry;
      return [
        ...(hasActionLabel(action) ? [] : [action]),
        ...(hasEntityLabel(entityType) ? [] : [entityType]),
        ...toEntryText(entry, new Map())
          .changes.filter((change) => Object.values(change).join().includes(getLabel(undefined)))
          .map(({ field }) => `${action}: ${field}`),
      ];
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  it("shows no raw stored value, key or id", async () => {
    const names = await findReferencedNames(entries);
    const shown = entries.flatMap((entry) => {
      const { changes, sentence, isReadable } = toEntryText(entry, names);
      expect(isReadable).toBe(true);
      return [sentence, ...changes.flatMap(({ label, before, after }) => [label, before, after])];
    });
    expect(
      shown.filter((text) => /\b[A-Z]{2,}(_[A-Z]+)+\b|\[object|\bc[a-z0-9]{24}\b/.test(text)),
    ).toEqual([]);
    const enums = /^(DRAFT|ACTIVE|INACTIVE|QUEUED|UNKNOWN|PIECE|NEW|READ|FR|AR|VIEWER|CONFIRMED)$/;
    expect(shown.filter((text) => enums.test(text))).toEqual([]);
  });
});
