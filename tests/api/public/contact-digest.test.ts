import { beforeEach, describe, expect, it } from "vitest";
import { DELETE } from "@/app/api/admin/messages/[id]/route";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import {
  buildContactFields,
  listDigests,
  listMessagesFrom,
  listQueuedMails,
  postContact,
  resetNotifications,
  sendAndFindMails,
} from "../../support/contact";
import { buildStaff } from "../../support/staff";

beforeEach(resetNotifications);

/** Posts four messages at a time. */
async function send(count: number) {
  const sent = Array.from({ length: count }, () => buildContactFields());
  for (let start = 0; start < count; start += 4) {
    await Promise.all(sent.slice(start, start + 4).map((fields) => postContact(fields)));
  }
  const messages = (await Promise.all(sent.map(({ email }) => listMessagesFrom(email)))).flat();
  expect(messages).toHaveLength(count);
  return messages;
}
const listAnnouncedAlone = async (ids: string[]) => {
  const mails = await Promise.all(ids.map(listQueuedMails));
  return ids.filter((_, at) =>
    mails[at]?.some(({ template }) => template === "contact-notification"),
  );
};
/** Sets the counter as after this many messages within the hour. */
async function useUpNotifications(count = 10) {
  await send(1);
  await db.rateLimit.updateMany({
    where: { key: { startsWith: "contact-notifications:" } },
    data: { count },
  });
}
const makeDue = () =>
  db.outboxEmail.updateMany({
    where: { template: "contact-digest", state: "QUEUED" },
    data: { nextAttemptAt: new Date() },
  });

describe("Many messages within an hour", () => {
  it("are announced one by one up to ten and then in a digest, without gaps", async () => {
    await useUpNotifications(8);
    const messages = await send(5);
    const ids = messages.map(({ id }) => id);
    const alone = await listAnnouncedAlone(ids);
    const [digest, ...others] = await listDigests();
    expect([alone.length, others]).toEqual([2, []]);
    expect(digest?.props.total).toBe(3);
    const together = digest?.props.items.map(({ id }) => id) ?? [];
    expect([...alone, ...together].toSorted()).toEqual(ids.toSorted());
    const due = digest?.nextAttemptAt ?? new Date();
    expect([due.getUTCMinutes(), due.getUTCSeconds()]).toEqual([0, 0]);
    expect(due.getTime() - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(
      (await Promise.all(ids.map(listQueuedMails))).flat().map(({ template }) => template),
    ).toContain("contact-received");
  });

  it("are named in one digest mail to the shop after an hour, without another trigger", async () => {
    await useUpNotifications();
    const [late] = await send(1);
    const named = `EO-${late?.reference}`;
    expect(await sendAndFindMails(`/admin/messages/${late?.id}`)).toEqual([]);
    await makeDue();
    await Promise.all([sendDueMails(), sendDueMails()]);
    const found = await sendAndFindMails(`/admin/messages/${late?.id}`);
    expect(found).toHaveLength(1);
    expect(found[0]?.mail.text).toContain(named);
    expect(found[0]?.mail.text).toContain("Fatima Aït Ali");
  });

  it("that arrive while the digest is being sent go into the next one", async () => {
    await useUpNotifications();
    await send(1);
    await db.outboxEmail.updateMany({
      where: { template: "contact-digest" },
      data: { state: "SENDING", attempts: 1, lockedUntil: new Date(Date.now() + 60_000) },
    });
    const [next] = await send(1);
    const all = await listDigests();
    expect(all.map(({ props }) => props.total)).toEqual([1, 1]);
    expect(all[1]?.props.items[0]?.id).toBe(next?.id);
  });

  it("beyond a hundred are only counted", async () => {
    await useUpNotifications();
    await send(1);
    const [digest] = await listDigests();
    const [item] = digest?.props.items ?? [];
    const items = Array.from({ length: 100 }, (_, at) => ({ ...item, id: `m-${at}` }));
    const props = { ...digest?.props, items, total: 100 };
    await db.outboxEmail.update({ where: { id: digest?.id ?? "" }, data: { props } });
    await send(1);
    const [full] = await listDigests();
    expect([full?.props.items.length, full?.props.total]).toEqual([100, 101]);
  });

  it("lose their name in the digest when they are deleted", async () => {
    await useUpNotifications();
    const messages = await send(2);
    const [digest] = await listDigests();
    const gone = digest?.props.items[0]?.id ?? "";
    const owner = await buildStaff("SUPER_ADMIN");
    expect(messages.map(({ id }) => id)).toContain(gone);
    await call(DELETE, { method: "DELETE", as: owner, params: { id: gone } });
    const [left] = await listDigests();
    expect(left?.props.items).toHaveLength(1);
    expect(left?.props.items.map(({ id }) => id)).not.toContain(gone);
  });

  it("are announced one by one again after the hour", async () => {
    await useUpNotifications();
    await db.rateLimit.updateMany({
      where: { key: { startsWith: "contact-notifications:" } },
      data: { windowStart: new Date(0) },
    });
    const later = await send(1);
    expect(await listAnnouncedAlone(later.map(({ id }) => id))).toHaveLength(1);
  });
});
