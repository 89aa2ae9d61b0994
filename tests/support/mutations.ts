import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { db } from "@/lib/db";
import { ANALYTICS_MUTATIONS } from "./analytics-definitions";
import { buildCategory } from "./build";
import { CAMPAIGN_MUTATIONS } from "./campaigns";
import { EXPERIMENT_MUTATIONS } from "./experiments";
import { buildMail } from "./mails";
import { MESSAGE_MUTATIONS } from "./message-mutations";
import type { MutationExample } from "./mutation-example";
import { NEWSLETTER_MUTATIONS } from "./newsletter-mutations";
import { PRODUCT_MUTATIONS } from "./product-mutations";
import { SEARCH_MUTATIONS } from "./search";
import { addSecondFactor, createTotp } from "./sign-in";
import { buildUser, PASSWORD, signInAs } from "./staff";

const newUserFields = () => {
  const id = randomUUID().slice(0, 8);
  return { username: `n-${id}`, email: `n-${id}@shop.test`, role: "VIEWER" as const };
};

async function buildInvitedUser() {
  const { id } = await db.user.create({ data: { ...newUserFields(), passwordHash: "x" } });
  return { id };
}

async function buildOtherUser(fields: object = {}) {
  const { id } = await buildUser("ADMIN");
  await db.user.update({ where: { id }, data: fields });
  return { id };
}

const withCurrentPassword = async () => ({ body: { currentPassword: PASSWORD } });

/**
 * One example of each change that a signed-in user can make: "METHOD /api/path/{id}" → the request.
 * tests/contract/audit-trail.test.ts runs each, and fails when one writes no audit entry or a route is missing here.
 */
export const MUTATIONS: Record<string, MutationExample> = {
  "POST /api/auth/password": async () => ({
    body: { currentPassword: PASSWORD, newPassword: "un-autre-mot-de-passe" },
  }),
  "DELETE /api/auth/sessions": async (owner) => {
    await signInAs(owner.id);
    return {};
  },
  "DELETE /api/auth/sessions/{id}": async (owner) => {
    const { token } = await signInAs(owner.id);
    const { hashToken } = await import("@/lib/auth/lucia");
    return { params: { id: hashToken(token) } };
  },
  "POST /api/auth/totp": withCurrentPassword,
  "PATCH /api/auth/totp": async (owner) => {
    const { POST } = await import("@/app/api/auth/totp/route");
    const { call: callRoute } = await import("./call");
    const prepared = await callRoute(POST, {
      method: "POST",
      as: owner,
      ...(await withCurrentPassword()),
    });
    return { body: { code: createTotp(prepared.body?.data.secret).generate() } };
  },
  "DELETE /api/auth/totp": async (owner) => {
    await addSecondFactor(owner.id);
    return withCurrentPassword();
  },

  "POST /api/admin/users": async () => ({ body: newUserFields() }),
  "PATCH /api/admin/users/{id}": async () => {
    const { id, version } = await buildUser("ADMIN");
    return { params: { id }, body: { role: "VIEWER", version } };
  },
  "DELETE /api/admin/users/{id}": async () => ({ params: await buildInvitedUser() }),
  "POST /api/admin/users/{id}/disable": async () => ({ params: await buildOtherUser() }),
  "POST /api/admin/users/{id}/enable": async () => ({
    params: await buildOtherUser({ isActive: false }),
  }),
  "POST /api/admin/users/{id}/reset-second-factor": async () => ({
    params: await buildOtherUser({ totpEnabledAt: new Date() }),
  }),
  "POST /api/admin/users/{id}/invitation": async () => ({ params: await buildInvitedUser() }),
  "POST /api/admin/outbox/{id}/retry": async () => ({
    params: { id: (await buildMail({ state: "UNKNOWN" })).id },
    body: { mayArriveTwice: true },
  }),
  ...PRODUCT_MUTATIONS,
  ...CAMPAIGN_MUTATIONS,
  ...MESSAGE_MUTATIONS,
  "POST /api/admin/categories": async () => ({ body: { name: `Rayon ${randomUUID()}` } }),
  "PATCH /api/admin/categories/{id}": async () => ({
    params: { id: (await buildCategory()).id },
    body: { version: 1, name: "Un autre nom" },
  }),
  "DELETE /api/admin/categories/{id}": async () => ({
    params: { id: (await buildCategory()).id },
  }),
  "POST /api/admin/categories/order": async () => {
    const { id } = await buildCategory();
    return { body: { items: [{ id, parentId: null, order: 7, version: 1 }] } };
  },
  ...NEWSLETTER_MUTATIONS,
  ...ANALYTICS_MUTATIONS,
  ...EXPERIMENT_MUTATIONS,
  ...SEARCH_MUTATIONS,
  "PATCH /api/admin/settings": async () => ({
    body: { changes: { since: 1976 }, versions: { since: 0 } },
  }),
  "POST /api/upload/image": async () => {
    const image = { width: 40, height: 30, channels: 3, background: "teal" } as const;
    const bytes = await sharp({ create: image }).png().toBuffer();
    const body = new FormData();
    body.set("file", new File([new Uint8Array(bytes)], "photo.png"));
    return { body };
  },
};

/** Changes without an audit entry, each with its reason. */
export const UNAUDITED_OPERATIONS: Record<string, string> = {
  "POST /api/admin/newsletter/campaign/{id}/preview": "Changes nothing.",
  "POST /api/admin/products/bulk/preview": "Changes nothing.",
  "POST /api/admin/imports/ticket": "Changes nothing.",
  "POST /api/admin/presence": "A heartbeat every 20 seconds, stored for an hour.",
};
