import { simpleParser } from "mailparser";
import { beforeEach, describe, expect, it } from "vitest";
import { POST as disable } from "@/app/api/admin/users/[id]/disable/route";
import { POST as enable } from "@/app/api/admin/users/[id]/enable/route";
import { POST as resendInvitation } from "@/app/api/admin/users/[id]/invitation/route";
import { POST as resetSecondFactor } from "@/app/api/admin/users/[id]/reset-second-factor/route";
import { PATCH as patch, DELETE as remove } from "@/app/api/admin/users/[id]/route";
import { POST as invite, GET as list } from "@/app/api/admin/users/route";
import { POST as accept } from "@/app/api/auth/invitation/route";
import { GET as session } from "@/app/api/auth/session/route";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { StaffUser } from "@/domain/staff/users/schema";
import { hashToken } from "@/lib/auth/lucia";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import {
  addSecondFactor,
  attemptSignIn,
  forwardedFor,
  newIpAddress,
  readSentMails,
} from "../../support/sign-in";
import { buildStaff, buildUser } from "../../support/staff";

let owner: Awaited<ReturnType<typeof buildStaff>>;

beforeEach(async () => {
  owner = await buildStaff("SUPER_ADMIN");
});

let count = 0;
const newUserFields = () => {
  count++;
  return { username: `nouveau-${count}`, email: `nouveau-${count}@shop.test`, role: "ADMIN" };
};
const post = (route: typeof disable, id: string, as = owner) =>
  call(route, { method: "POST", as, params: { id } });
const changeRole = (id: string, body: object, as = owner) =>
  call(patch, { method: "PATCH", as, params: { id }, body });
const getStatus = async (as: { cookie: string }) => (await call(session, { as })).status;

async function findMailedLink(email: string): Promise<string> {
  await sendDueMails();
  const mails = await Promise.all(readSentMails().map((mail) => simpleParser(mail)));
  const last = mails.findLast(({ to }) => [to].flat().some((each) => each?.text === email));
  return /\/admin\/invitation\?token=([\w-]{43})$/m.exec(last?.text ?? "")?.[1] ?? "";
}

async function inviteUser() {
  const body = newUserFields();
  const response = await call(invite, { method: "POST", as: owner, body });
  return { ...body, id: response.body?.data.id as string, response };
}

describe("The list of users", () => {
  it("shows each user with their state and without secrets", async () => {
    const { username } = await inviteUser();
    const { status, body } = await call(list, { as: owner, query: "pageSize=100" });
    expect(status).toBe(200);
    const rows = StaffUser.array().parse(body?.data);
    const states = Object.fromEntries(rows.map(({ username: name, state }) => [name, state]));
    expect(states[owner.username]).toBe("ACTIVE");
    expect(states[username]).toBe("INVITED");
    expect(JSON.stringify(body)).not.toMatch(/argon2|totpSecret/);
  });

  it("is searchable by name and e-mail, and paged", async () => {
    const user = await buildUser();
    const found = await call(list, { as: owner, query: `q=${user.email.toUpperCase()}` });
    expect(found.body?.data.map(({ id }: StaffUser) => id)).toEqual([user.id]);
    const page = await call(list, { as: owner, query: "pageSize=1&page=2" });
    expect(page.body?.data).toHaveLength(1);
    expect(page.body?.pagination).toMatchObject({ page: 2, pageSize: 1 });
    const odd = await call(list, { as: owner, query: `q=${encodeURIComponent("%_'\\")}` });
    expect([odd.status, odd.body?.data]).toEqual([200, []]);
    for (const query of ["page=0", "pageSize=101", "page=x", "q=%00", "q=a&q=b"])
      expect([query, (await call(list, { as: owner, query })).status]).toEqual([query, 400]);
  });
});

describe("Inviting a user", () => {
  it("mails a link that is valid for seven days, with which the user sets a password and signs in", async () => {
    const { response, id, username, email } = await inviteUser();
    expect(response.status).toBe(201);
    expect(response.body?.data).toMatchObject({ username, email, role: "ADMIN", state: "INVITED" });
    const token = await findMailedLink(email);
    const [row] = await db.emailToken.findMany({ where: { userId: id } });
    expect(row).toMatchObject({ tokenHash: hashToken(token), purpose: "INVITATION", usedAt: null });
    expect(Math.round(((row?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(7);

    const password = "un-mot-de-passe-choisi";
    const body = { token, password };
    const accepted = await call(accept, {
      method: "POST",
      headers: forwardedFor(newIpAddress()),
      body,
    });
    expect(accepted.status).toBe(200);
    expect((await attemptSignIn({ username, password })).status).toBe(200);
  });

  it("leaves the account without any sign-in before, also with an empty password", async () => {
    const { username } = await inviteUser();
    expect((await attemptSignIn({ username, password: "x" })).status).toBe(401);
  });

  it("normalizes capitals and spaces", async () => {
    const body = { username: " Fatima.Z ", email: "Fatima@Shop.TEST", role: "VIEWER" };
    const response = await call(invite, { method: "POST", as: owner, body });
    expect(response.body?.data).toMatchObject({ username: "fatima.z", email: "fatima@shop.test" });
  });

  it("names the field of a taken value, also for two parallel invitations", async () => {
    const user = await buildUser();
    const attempt = (body: object) => call(invite, { method: "POST", as: owner, body });
    const name = await attempt({ ...newUserFields(), username: user.username });
    expect([name.status, Object.keys(name.body?.error.details)]).toEqual([409, ["username"]]);
    const mail = await attempt({ ...newUserFields(), email: user.email });
    expect([mail.status, Object.keys(mail.body?.error.details)]).toEqual([409, ["email"]]);
    const same = newUserFields();
    const responses = await Promise.all(Array.from({ length: 5 }, () => attempt(same)));
    expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    for (const { status, body } of responses)
      if (status === 409) expect(body?.error.details).toHaveProperty("username");
  });

  it.each([
    ["a name with spaces inside", { username: "a b c" }, "username"],
    ["a name of two characters", { username: "ab" }, "username"],
    ["an e-mail instead of a username", { username: "a@b.ma" }, "username"],
    ["a NUL byte", { username: "abc\0" }, "username"],
    ["a name of 10,000 letters", { username: "a".repeat(10_000) }, "username"],
    ["HTML in the name", { username: "<b>abc</b>" }, "username"],
    ["an address with a line break", { email: "a@shop.test\nBcc: b@shop.test" }, "email"],
    ["a missing address", { email: "" }, "email"],
    ["a list", { email: ["a@shop.test"] }, "email"],
    ["an unknown role", { role: "OWNER" }, "role"],
    ["a password", { password: "un-mot-de-passe" }, "password"],
    ["a database column", { isActive: false }, "isActive"],
  ])("rejects %s", async (_, fields, name) => {
    const body = { ...newUserFields(), ...fields };
    const response = await call(invite, { method: "POST", as: owner, body });
    expect(response.status).toBe(400);
    expect(Object.keys(response.body?.error.details)).toEqual([name]);
  });

  it("can be repeated until the invitation is accepted, and invalidates the earlier link", async () => {
    const { id, email } = await inviteUser();
    const first = await findMailedLink(email);
    await db.emailToken.updateMany({ where: { userId: id }, data: { expiresAt: new Date(0) } });
    const expired = await call(list, { as: owner, query: `q=${email}` });
    expect(expired.body?.data[0].state).toBe("EXPIRED");
    expect((await post(resendInvitation, id)).body?.data.state).toBe("INVITED");
    const second = await findMailedLink(email);
    const use = (token: string) =>
      call(accept, {
        method: "POST",
        headers: forwardedFor(newIpAddress()),
        body: { token, password: "un-mot-de-passe-choisi" },
      });
    expect((await use(first)).status).toBe(410);
    expect((await use(second)).status).toBe(200);
    const late = await post(resendInvitation, id);
    expect([late.status, late.body?.error.message]).toEqual([
      409,
      "Cette personne a déjà choisi son mot de passe.",
    ]);
  });
});

describe("Changing a role", () => {
  it("ends the user's sessions, increments the version, and records both roles in the audit log", async () => {
    const staff = await buildStaff("ADMIN");
    const { status, body } = await changeRole(staff.id, { role: "VIEWER", version: 1 });
    expect([status, body?.data.role, body?.data.version]).toEqual([200, "VIEWER", 2]);
    expect(await getStatus(staff)).toBe(401);
    const entry = await db.auditLog.findFirst({
      where: { entityId: staff.id, action: "change_role" },
    });
    expect(entry?.changes).toEqual({ role: { before: "ADMIN", after: "VIEWER" } });
    expect(entry?.entityLabel).toBe(staff.username);
  });

  it("requires the version, and rejects a stale one with the current state", async () => {
    const user = await buildUser();
    expect((await changeRole(user.id, { role: "VIEWER" })).status).toBe(428);
    await changeRole(user.id, { role: "VIEWER", version: 1 });
    const stale = await changeRole(user.id, { role: "ADMIN", version: 1 });
    expect(stale.status).toBe(409);
    expect(stale.body?.error.details).toMatchObject({
      current: { id: user.id, role: "VIEWER", version: 2 },
      changedBy: owner.username,
      changedAt: expect.stringMatching(/Z$/),
    });
  });

  it("accepts one of twenty parallel changes of the same version", async () => {
    const user = await buildUser("VIEWER");
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => changeRole(user.id, { role: "ADMIN", version: 1 })),
    );
    const statuses = responses.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array(19).fill(409)]);
  });

  it.each([
    ["an unknown role", { role: "GOD", version: 1 }],
    ["a list of roles", { role: ["ADMIN"], version: 1 }],
    ["a version as a text", { role: "VIEWER", version: "1" }],
    ["a version of zero", { role: "VIEWER", version: 0 }],
    ["an unknown field", { role: "VIEWER", version: 1, passwordHash: "x" }],
  ])("rejects %s", async (_, body) => {
    const user = await buildUser();
    expect((await changeRole(user.id, body)).status).toBe(400);
  });
});

describe("Disabling a user", () => {
  it("ends their sessions at once and blocks sign-in until the user is enabled again", async () => {
    const staff = await buildStaff("ADMIN");
    const { status, body } = await post(disable, staff.id);
    expect([status, body?.data.state]).toEqual([200, "DISABLED"]);
    expect(await getStatus(staff)).toBe(401);
    expect(await db.session.count({ where: { userId: staff.id } })).toBe(0);
    expect((await attemptSignIn({ username: staff.username })).status).toBe(401);
    expect((await post(disable, staff.id)).status).toBe(409);

    expect((await post(enable, staff.id)).body?.data.state).toBe("ACTIVE");
    expect(await getStatus(staff)).toBe(401);
    expect((await attemptSignIn({ username: staff.username })).status).toBe(200);
    expect((await post(enable, staff.id)).status).toBe(409);
  });

  it("is rejected for one's own account", async () => {
    const { status, body } = await post(disable, owner.id);
    expect([status, body?.error.message]).toEqual([
      409,
      "Vous ne pouvez pas désactiver votre compte.",
    ]);
    expect(await getStatus(owner)).toBe(200);
  });
});

describe("The last owner", () => {
  /** Leaves these users as the only active owners. */
  async function onlyOwners(...ids: string[]) {
    await db.user.updateMany({
      where: { role: "SUPER_ADMIN", id: { notIn: ids } },
      data: { role: "VIEWER" },
    });
  }
  const sentence =
    "C'est le dernier propriétaire actif : donnez d'abord ce rôle à quelqu'un d'autre.";

  it("cannot lose the role, also beside a disabled owner or a pending invitation", async () => {
    const [disabled, invited] = [await buildUser("SUPER_ADMIN"), await buildUser("SUPER_ADMIN")];
    await db.user.update({ where: { id: disabled.id }, data: { isActive: false } });
    await db.user.update({ where: { id: invited.id }, data: { passwordChangedAt: null } });
    await onlyOwners(owner.id, disabled.id, invited.id);
    const { status, body } = await changeRole(owner.id, { role: "ADMIN", version: 1 });
    expect([status, body?.error.message]).toEqual([409, sentence]);
  });

  it("remains when two owners demote each other in parallel, in ten rounds", async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [await buildStaff("SUPER_ADMIN"), await buildStaff("SUPER_ADMIN")];
      await onlyOwners(a.id, b.id);
      const responses = await Promise.all([
        changeRole(b.id, { role: "ADMIN", version: 1 }, a),
        changeRole(a.id, { role: "ADMIN", version: 1 }, b),
      ]);
      expect(responses.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const { status } of responses) expect([200, 401, 409]).toContain(status);
      expect(await db.user.count({ where: { role: "SUPER_ADMIN", isActive: true } })).toBe(1);
    }
  });

  it("remains when two owners disable each other in parallel", async () => {
    const [a, b] = [await buildStaff("SUPER_ADMIN"), await buildStaff("SUPER_ADMIN")];
    await onlyOwners(a.id, b.id);
    const responses = await Promise.all([post(disable, b.id, a), post(disable, a.id, b)]);
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await db.user.count({ where: { role: "SUPER_ADMIN", isActive: true } })).toBe(1);
  });
});

describe("Resetting a second factor", () => {
  it("deletes the factor with its recovery codes and ends the sessions", async () => {
    const user = await buildUser();
    const { as } = await addSecondFactor(user.id);
    const { status, body } = await post(resetSecondFactor, user.id);
    expect([status, body?.data.hasSecondFactor]).toEqual([200, false]);
    expect(await getStatus(as)).toBe(401);
    expect(await db.recoveryCode.count({ where: { userId: user.id } })).toBe(0);
    const { body: signedIn } = await attemptSignIn({ username: user.username });
    expect(signedIn?.data.user.hasSecondFactor).toBe(false);
    expect((await post(resetSecondFactor, user.id)).status).toBe(409);
  });

  it("is rejected for one's own account", async () => {
    const { as } = await addSecondFactor(owner.id);
    const response = await call(resetSecondFactor, {
      method: "POST",
      as,
      params: { id: owner.id },
    });
    expect(response.status).toBe(409);
    expect(response.body?.error.message).toContain("Mon compte");
    const { totpEnabledAt } = await db.user.findUniqueOrThrow({ where: { id: owner.id } });
    expect(totpEnabledAt).not.toBeNull();
  });
});

describe("Deleting a user", () => {
  const erase = (id: string) => call(remove, { method: "DELETE", as: owner, params: { id } });

  it("deletes a pending invitation and frees its username", async () => {
    const { id, username, email } = await inviteUser();
    expect((await erase(id)).status).toBe(200);
    expect((await erase(id)).status).toBe(404);
    const body = { username, email, role: "VIEWER" };
    expect((await call(invite, { method: "POST", as: owner, body })).status).toBe(201);
  });

  it("is rejected for a user who signed in or made a change, and suggests disabling", async () => {
    const { id } = await inviteUser();
    await db.auditLog.create({
      data: { userId: id, userName: "x", action: "sign_in_failed", entityType: "User" },
    });
    for (const each of [(await buildUser()).id, owner.id, id]) {
      const { status, body } = await erase(each);
      expect([status, body?.error.message]).toEqual([
        409,
        "Ce compte a déjà servi : désactivez-le plutôt, le journal garde son nom.",
      ]);
    }
  });
});

describe("An unknown user", () => {
  it("answers 404, and a malformed id answers 400", async () => {
    const category = await db.category.create({ data: { slug: "c", name: "C" } });
    for (const [id, expected] of [
      ["nobody", 404],
      [category.id, 404],
      ["a\0", 400],
      ["'; DROP TABLE", 400],
      ["x".repeat(500), 400],
    ] as const) {
      const responses = [
        ...(await Promise.all(
          [disable, enable, resetSecondFactor, resendInvitation].map((r) => post(r, id)),
        )),
        await changeRole(id, { role: "VIEWER", version: 1 }),
        await call(remove, { method: "DELETE", as: owner, params: { id } }),
      ];
      expect([id, responses.map(({ status }) => status)]).toEqual([
        id,
        responses.map(() => expected),
      ]);
    }
  });
});
