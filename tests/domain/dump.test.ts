import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { POST as createPreview } from "@/app/api/admin/products/[id]/preview/route";
import { POST as acceptInvitation } from "@/app/api/auth/invitation/route";
import { POST as changePassword } from "@/app/api/auth/password/route";
import { POST as ask } from "@/app/api/auth/password-reset/route";
import { POST as prepare } from "@/app/api/auth/totp/route";
import { hashToken } from "@/lib/auth/lucia";
import { db } from "@/lib/db";
import { buildProduct } from "../support/build";
import { call } from "../support/call";
import {
  addSecondFactor,
  attemptSignIn,
  dumpDatabase,
  forwardedFor,
  newIpAddress,
  parseSetCookies,
  readSentMails,
  toCookieHeader,
} from "../support/sign-in";
import { buildUser, PASSWORD, signInAs } from "../support/staff";

const cookieValue = (cookie: string | undefined) =>
  toCookieHeader(cookie).split("=").slice(1).join("=");

describe("A dump of the database", () => {
  it("contains no issued token, secret, code or password", async () => {
    const user = await buildUser();
    const { headers } = await attemptSignIn({ username: user.username, rememberMe: true });
    const { secret, recoveryCodes } = await addSecondFactor(user.id);
    const challenged = await attemptSignIn({ username: user.username });
    const asked = {
      method: "POST",
      headers: forwardedFor(newIpAddress()),
      body: { email: user.email },
    };
    await call(ask, asked);
    await expect.poll(() => readSentMails().length).toBe(1);
    const link = /token=([\w-]{43})/.exec(readSentMails()[0] ?? "")?.[1] ?? "";

    const other = await buildUser();
    const as = await signInAs(other.id);
    const invitation = randomBytes(32).toString("base64url");
    await db.emailToken.create({
      data: {
        purpose: "INVITATION",
        tokenHash: hashToken(invitation),
        userId: other.id,
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    const { id } = await buildProduct();
    const preview = await call(createPreview, {
      method: "POST",
      as,
      params: { id },
      headers: { "idempotency-key": "une-fois-0003" },
    });
    const signed = new URL(preview.body?.data.url).pathname.split("/").at(-1) ?? "";
    const once = { "idempotency-key": "une-fois-0001" };
    const prepared = await call(prepare, {
      method: "POST",
      as,
      headers: once,
      body: { currentPassword: PASSWORD },
    });
    const newPassword = "un-autre-mot-de-passe";
    const changed = await call(changePassword, {
      method: "POST",
      as,
      headers: { "idempotency-key": "une-fois-0002" },
      body: { currentPassword: PASSWORD, newPassword },
    });
    const accepted = { token: invitation, password: "un-dernier-mot-de-passe" };
    await call(acceptInvitation, {
      method: "POST",
      headers: forwardedFor(newIpAddress()),
      body: accepted,
    });

    const given = {
      session: cookieValue(parseSetCookies(headers).session),
      challenge: cookieValue(parseSetCookies(challenged.headers)["second-factor"]),
      link,
      as: as.token,
      invitation,
      secret,
      prepared: prepared.body?.data.secret,
      renewed: cookieValue(parseSetCookies(changed.headers).session),
      ...Object.fromEntries(
        recoveryCodes.flatMap((code, i) => [
          [`code ${i}`, code],
          [`plain code ${i}`, code.replaceAll("-", "")],
        ]),
      ),
      preview: signed,
      "preview's signature": signed.split("~")[1] ?? "",
      PASSWORD,
      newPassword,
      last: accepted.password,
    };
    const stolen = await dumpDatabase();
    expect(stolen).toContain(user.username);
    for (const [what, value] of Object.entries(given)) {
      expect([what, value.length > 7]).toEqual([what, true]);
      expect([what, stolen.includes(value)]).toEqual([what, false]);
    }
  });
});
