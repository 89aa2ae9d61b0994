import type { call } from "./call";
import { PRODUCT_MUTATIONS } from "./product-mutations";
import { addSecondFactor, totpOf } from "./sign-in";
import { type buildStaff, PASSWORD, signInAs } from "./staff";

type Owner = Awaited<ReturnType<typeof buildStaff>>;
type Options = Parameters<typeof call>[1] & object;

/** Prepares what a change needs and answers the call that makes it, on behalf of an owner who is signed in. */
export type Example = (owner: Owner) => Promise<Omit<Options, "method">>;

const own = async () => ({ body: { currentPassword: PASSWORD } });

/**
 * An example of each change that somebody signed in can make: "METHOD /api/path/{id}" → the call.
 * tests/contract/audit-trail.test.ts makes each and fails where one left no entry, or where a route is missing here.
 */
export const MUTATIONS: Record<string, Example> = {
  "POST /api/auth/password": async () => ({
    body: { currentPassword: PASSWORD, newPassword: "un-autre-mot-de-passe" },
  }),
  "DELETE /api/auth/sessions": async () => ({}),
  "DELETE /api/auth/sessions/{id}": async (owner) => {
    const { token } = await signInAs(owner.id);
    const { hashToken } = await import("@/lib/auth/lucia");
    return { params: { id: hashToken(token) } };
  },
  "POST /api/auth/totp": own,
  "PATCH /api/auth/totp": async (owner) => {
    const { POST } = await import("@/app/api/auth/totp/route");
    const { call: callRoute } = await import("./call");
    const prepared = await callRoute(POST, { method: "POST", as: owner, ...(await own()) });
    return { body: { code: totpOf(prepared.body?.data.secret).generate() } };
  },
  "DELETE /api/auth/totp": async (owner) => {
    await addSecondFactor(owner.id);
    return own();
  },
  ...PRODUCT_MUTATIONS,
};

/** Changes that leave no entry, each with its reason. */
export const UNTOLD: Record<string, string> = {
  "POST /api/admin/presence": "A sign of life every 20 seconds, kept for an hour.",
};
