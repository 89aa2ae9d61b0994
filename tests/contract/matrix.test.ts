import { describe, expect, it } from "vitest";
import { ROLES, type Role } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import { OPERATIONS, sendMalformedRequest, toOperationName } from "../support/operations";
import { forwardedFor, newIpAddress } from "../support/sign-in";
import { buildStaff } from "../support/staff";

/**
 * The access rule of each route. Written by hand from the specification, not derived from the code, so that a wrong rule in
 * the code fails. A route of the code that is missing here fails; an entry here may lack its route.
 */
const EVERYONE = ["signed out", "VIEWER", "ADMIN", "SUPER_ADMIN"] as const;
const SIGNED_IN = ["VIEWER", "ADMIN", "SUPER_ADMIN"] as const;
const STAFF = ["ADMIN", "SUPER_ADMIN"] as const;
const OWNER = ["SUPER_ADMIN"] as const;
const CRON = [] as const;
type Visitor = (typeof EVERYONE)[number];

const ADMITTED: Record<string, readonly Visitor[]> = {
  "POST /api/auth/login": EVERYONE,
  "POST /api/auth/login/second-factor": EVERYONE,
  "POST /api/auth/logout": EVERYONE,
  "POST /api/auth/password-reset": EVERYONE,
  "POST /api/auth/password-reset/confirm": EVERYONE,
  "POST /api/auth/invitation": EVERYONE,
  "GET /api/auth/session": SIGNED_IN,
  "GET /api/auth/sessions": SIGNED_IN,
  "DELETE /api/auth/sessions": SIGNED_IN,
  "DELETE /api/auth/sessions/{id}": SIGNED_IN,
  "POST /api/auth/password": SIGNED_IN,
  "POST /api/auth/totp": SIGNED_IN,
  "PATCH /api/auth/totp": SIGNED_IN,
  "DELETE /api/auth/totp": SIGNED_IN,

  "GET /api/admin/products": SIGNED_IN,
  "POST /api/admin/products": STAFF,
  "GET /api/admin/products/{id}": SIGNED_IN,
  "PATCH /api/admin/products/{id}": STAFF,
  "DELETE /api/admin/products/{id}": OWNER,
  "POST /api/admin/products/{id}/restore": STAFF,
  "DELETE /api/admin/products/{id}/permanent": OWNER,
  "POST /api/admin/products/{id}/duplicate": STAFF,
  "GET /api/admin/products/{id}/versions": STAFF,
  "POST /api/admin/products/{id}/versions/{version}/restore": STAFF,
  "POST /api/admin/products/{id}/preview": STAFF,
  "DELETE /api/admin/products/{id}/preview": STAFF,
  "GET /api/admin/products/{id}/presence": STAFF,
  "POST /api/admin/products/{id}/presence": STAFF,
  "DELETE /api/admin/products/{id}/presence": STAFF,
  "POST /api/admin/products/{id}/images": STAFF,
  "PATCH /api/admin/products/{id}/images": STAFF,
  "PATCH /api/admin/products/{id}/images/{imageId}": STAFF,
  "DELETE /api/admin/products/{id}/images/{imageId}": STAFF,
  "POST /api/admin/products/bulk": STAFF,
  "GET /api/admin/products/grid": STAFF,
  "POST /api/admin/products/bulk/preview": STAFF,
  "POST /api/admin/products/bulk/changes": STAFF,
  "GET /api/admin/operations": SIGNED_IN,
  "GET /api/admin/operations/{id}": SIGNED_IN,
  "GET /api/admin/operations/{id}/items": SIGNED_IN,
  "POST /api/admin/operations/{id}/undo": STAFF,
  "POST /api/admin/operations/{id}/cancel": STAFF,
  "GET /api/admin/presence": STAFF,
  "POST /api/admin/presence": STAFF,
  "GET /api/admin/products/export": SIGNED_IN,
  "POST /api/admin/imports": STAFF,
  "POST /api/admin/imports/ticket": STAFF,
  "GET /api/admin/imports/{id}": SIGNED_IN,
  "POST /api/admin/imports/{id}/check": STAFF,
  "GET /api/admin/imports/{id}/items": SIGNED_IN,
  "POST /api/admin/imports/{id}/images": STAFF,
  "GET /api/admin/imports/{id}/report": SIGNED_IN,
  "POST /api/admin/imports/{id}/apply": STAFF,

  "GET /api/admin/analytics": SIGNED_IN,
  "GET /api/admin/analytics/export": SIGNED_IN,
  "GET /api/admin/analytics/definitions": SIGNED_IN,
  "POST /api/admin/analytics/definitions": STAFF,
  "PATCH /api/admin/analytics/definitions/{id}": STAFF,
  "DELETE /api/admin/analytics/definitions/{id}": STAFF,
  "GET /api/admin/analytics/experiments": SIGNED_IN,
  "POST /api/admin/analytics/experiments": STAFF,
  "GET /api/admin/analytics/experiments/{id}": SIGNED_IN,
  "PATCH /api/admin/analytics/experiments/{id}": STAFF,
  "DELETE /api/admin/analytics/experiments/{id}": STAFF,
  "POST /api/admin/analytics/experiments/{id}/actions": STAFF,
  "GET /api/admin/analytics/funnels/{id}": SIGNED_IN,
  "GET /api/admin/analytics/reports/{id}": SIGNED_IN,
  "GET /api/admin/analytics/reports/{id}/export": SIGNED_IN,
  "GET /api/admin/analytics/shares": STAFF,
  "POST /api/admin/analytics/shares": STAFF,
  "DELETE /api/admin/analytics/shares/{id}": STAFF,

  "GET /api/admin/categories": STAFF,
  "POST /api/admin/categories": STAFF,
  "GET /api/admin/categories/{id}": STAFF,
  "PATCH /api/admin/categories/{id}": STAFF,
  "DELETE /api/admin/categories/{id}": STAFF,
  "POST /api/admin/categories/order": STAFF,
  "POST /api/admin/categories/{id}/order": STAFF,

  "GET /api/admin/leads": STAFF,
  "GET /api/admin/leads/{id}": STAFF,
  "PATCH /api/admin/leads/{id}": STAFF,
  "DELETE /api/admin/leads/{id}": OWNER,
  "GET /api/admin/messages": STAFF,
  "GET /api/admin/messages/{id}": STAFF,
  "PATCH /api/admin/messages/{id}": STAFF,
  "DELETE /api/admin/messages/{id}": OWNER,
  "POST /api/admin/messages/{id}/replies": STAFF,
  "POST /api/admin/messages/{id}/notes": STAFF,
  "POST /api/admin/messages/bulk": STAFF,
  "GET /api/admin/messages/unread": STAFF,
  "GET /api/admin/canned-replies": STAFF,
  "POST /api/admin/canned-replies": STAFF,
  "PATCH /api/admin/canned-replies/{id}": STAFF,
  "DELETE /api/admin/canned-replies/{id}": STAFF,

  "GET /api/admin/outbox": STAFF,
  "POST /api/admin/outbox/{id}/retry": STAFF,

  "GET /api/admin/newsletter/subscribers": STAFF,
  "POST /api/admin/newsletter/subscribers/import": STAFF,
  "DELETE /api/admin/newsletter/subscribers/{id}": STAFF,
  "GET /api/admin/newsletter/campaign": STAFF,
  "POST /api/admin/newsletter/campaign": STAFF,
  "GET /api/admin/newsletter/campaign/{id}": STAFF,
  "PATCH /api/admin/newsletter/campaign/{id}": STAFF,
  "POST /api/admin/newsletter/campaign/{id}/test": STAFF,
  "POST /api/admin/newsletter/campaign/{id}/send": OWNER,
  "DELETE /api/admin/newsletter/campaign/{id}": STAFF,
  "GET /api/admin/newsletter/campaign/audience": STAFF,
  "POST /api/admin/newsletter/campaign/{id}/preview": STAFF,
  "POST /api/admin/newsletter/campaign/{id}/duplicate": STAFF,
  "POST /api/admin/newsletter/campaign/{id}/schedule": OWNER,
  "POST /api/admin/newsletter/campaign/{id}/pause": OWNER,
  "POST /api/admin/newsletter/campaign/{id}/resume": OWNER,
  "POST /api/admin/newsletter/campaign/{id}/cancel": OWNER,

  "GET /api/admin/search/report": SIGNED_IN,
  "GET /api/admin/search/synonyms": SIGNED_IN,
  "POST /api/admin/search/synonyms": STAFF,
  "PATCH /api/admin/search/synonyms/{id}": STAFF,
  "DELETE /api/admin/search/synonyms/{id}": STAFF,
  "GET /api/admin/search/rules": SIGNED_IN,
  "POST /api/admin/search/rules": STAFF,
  "PATCH /api/admin/search/rules/{id}": STAFF,
  "DELETE /api/admin/search/rules/{id}": STAFF,
  "POST /api/admin/search/ignored": STAFF,
  "DELETE /api/admin/search/ignored/{id}": STAFF,
  "POST /api/admin/search/index": STAFF,

  "GET /api/admin/settings": STAFF,
  "PATCH /api/admin/settings": STAFF,

  "GET /api/admin/users": OWNER,
  "POST /api/admin/users": OWNER,
  "PATCH /api/admin/users/{id}": OWNER,
  "DELETE /api/admin/users/{id}": OWNER,
  "POST /api/admin/users/{id}/disable": OWNER,
  "POST /api/admin/users/{id}/enable": OWNER,
  "POST /api/admin/users/{id}/reset-second-factor": OWNER,
  "POST /api/admin/users/{id}/invitation": OWNER,

  "GET /api/admin/audit": OWNER,
  "GET /api/admin/privacy": OWNER,
  "DELETE /api/admin/privacy": OWNER,
  "POST /api/upload/image": STAFF,

  "GET /api/cron/sessions": CRON,
  "GET /api/cron/outbox": CRON,
  "GET /api/cron/campaigns": CRON,
  "GET /api/cron/search-index": CRON,
  "GET /api/cron/product-operations": CRON,
  "GET /api/cron/retention": CRON,
  "GET /api/cron/analytics-rollup": CRON,
  "GET /api/cron/publish": CRON,
  "GET /api/cron/weekly-figures": CRON,
  "GET /api/cron/uploads": CRON,
};

const isOpen = (path: string) => /^\/api\/(public|health|analytics|relay|webhooks)\b/.test(path);
const guarded = OPERATIONS.filter(({ path }) => !isOpen(path));

async function requestAs(operation: (typeof OPERATIONS)[number], who: Visitor): Promise<number> {
  const cookie = who === "signed out" ? "" : (await buildStaff(who)).cookie;
  const headers = { "sec-fetch-site": "same-origin", ...forwardedFor(newIpAddress()), cookie };
  return (await sendMalformedRequest(operation, headers)).status;
}

describe("The matrix of routes and roles", () => {
  it("lists every route that is not public", () => {
    const names = guarded.map(toOperationName).filter((name) => !(name in ADMITTED));
    expect(names).toEqual([]);
    expect(guarded.length).toBeGreaterThan(10);
  });

  it("covers every role", () => {
    expect([...ROLES].toSorted()).toEqual([...SIGNED_IN].toSorted());
  });

  it.each(guarded.map((operation) => [toOperationName(operation), operation] as const))(
    "%s admits the right roles and rejects the others before it reads the body",
    async (name, operation) => {
      const admitted = ADMITTED[name] ?? [];
      for (const who of EVERYONE) {
        const status = await requestAs(operation, who);
        if (admitted.includes(who))
          expect([who, [401, 403, 500].includes(status)]).toEqual([who, false]);
        else expect([who, status]).toEqual([who, isSignedOut(who, admitted) ? 401 : 403]);
      }
    },
  );

  it.each(ROLES)("rejects a disabled %s everywhere", async (role: Role) => {
    const staff = await buildStaff(role);
    await db.user.update({ where: { id: staff.id }, data: { isActive: false } });
    for (const operation of guarded) {
      if (operation.spec.access === "public") continue;
      const headers = { "sec-fetch-site": "same-origin", cookie: staff.cookie };
      const { status } = await sendMalformedRequest(operation, {
        ...headers,
        ...forwardedFor(newIpAddress()),
      });
      expect([toOperationName(operation), status]).toEqual([toOperationName(operation), 401]);
    }
  });

  it("limits an owner without the required second factor to their own account", async () => {
    await db.setting.create({ data: { key: "requireSecondFactor", value: true } });
    for (const operation of guarded) {
      const { access } = operation.spec;
      if (access === "public" || access === "cron") continue;
      const isRefused = (await requestAs(operation, "SUPER_ADMIN")) === 403;
      expect([toOperationName(operation), isRefused]).toEqual([
        toOperationName(operation),
        access !== "signed-in",
      ]);
    }
    await db.setting.delete({ where: { key: "requireSecondFactor" } });
  });
});

/** Requests without a session, or without the secret of a machine route. */
function isSignedOut(who: Visitor, admitted: readonly Visitor[]): boolean {
  return who === "signed out" || admitted.length === 0;
}
