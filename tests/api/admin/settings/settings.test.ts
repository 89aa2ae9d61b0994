import { beforeEach, describe, expect, it } from "vitest";
import { GET, PATCH } from "@/app/api/admin/settings/route";
import { getFeatures, getShopSettings } from "@/domain/settings/published";
import { SettingsForEdit } from "@/domain/settings/settings-input";
import { db } from "@/lib/db";
import { call } from "../../../support/call";
import { revalidatedTags } from "../../../support/next-cache-stub";
import { buildStaff } from "../../../support/staff";
import { recordStatements } from "../../../support/statements";

const owner = await buildStaff("SUPER_ADMIN");
const admin = await buildStaff("ADMIN");

beforeEach(async () => {
  await db.setting.deleteMany();
  revalidatedTags.length = 0;
});

const read = async (as = owner) => SettingsForEdit.parse((await call(GET, { as })).body?.data);

async function patch(changes: Record<string, unknown>, as = owner, versions?: unknown) {
  const known = versions ?? Object.fromEntries(Object.keys(changes).map((key) => [key, 0]));
  return call(PATCH, { method: "PATCH", as, body: { changes, versions: known } });
}

const day = (open: string, close: string) => [{ open, close }];
const week = (changes: object = {}) => ({
  mon: day("09:00", "19:00"),
  tue: day("09:00", "19:00"),
  wed: day("09:00", "19:00"),
  thu: day("09:00", "19:00"),
  fri: day("09:00", "19:00"),
  sat: [],
  sun: [],
  ...changes,
});

describe("GET /api/admin/settings", () => {
  it("returns every setting with its version, and which ones the role may change", async () => {
    await patch({ name: "La boutique" });
    const forOwner = await read();
    expect(forOwner.values.name).toBe("La boutique");
    expect([forOwner.versions.name, forOwner.versions.hours]).toEqual([1, 0]);
    expect(forOwner.editable.toSorted()).toEqual(Object.keys(forOwner.values).toSorted());
    expect((await read(admin)).editable.toSorted()).toEqual([
      "address",
      "addressAr",
      "email",
      "exceptions",
      "hours",
      "mapUrl",
      "otherWhatsapp",
      "phones",
      "whatsapp",
    ]);
  });

  it("skips a row with an invalid value", async () => {
    await db.setting.create({ data: { key: "phones", value: { no: "list" }, version: 4 } });
    const { values, versions } = await read();
    expect(values.phones).toHaveLength(1);
    expect(versions.phones).toBe(4);
  });

  it("is forbidden for viewers and signed-out users", async () => {
    expect((await call(GET, { as: await buildStaff("VIEWER") })).status).toBe(403);
    expect((await call(GET)).status).toBe(401);
  });
});

describe("PATCH /api/admin/settings", () => {
  it("changes several settings at once, updates the storefront, and records both sides in the audit log", async () => {
    const { status, body } = await patch({
      name: "Nouvelle enseigne",
      phones: ["\u202a0524 88 12 34\u202c", "+33 6 12 34 56 78"],
      whatsapp: "06 61 23 45 67",
      otherWhatsapp: ["00212 662-34-56-78"],
      hours: week(),
      notificationEmail: " Accueil@Shop.ma ",
    });
    expect(status).toBe(200);
    expect(body?.data.values).toMatchObject({
      phones: ["+212 524 88 12 34", "+33612345678"],
      whatsapp: "212661234567",
      otherWhatsapp: ["212662345678"],
      notificationEmail: "accueil@shop.ma",
    });
    expect(revalidatedTags).toEqual(["settings"]);
    const shop = await getShopSettings();
    expect(shop).toMatchObject({ name: "Nouvelle enseigne", whatsapp: "212661234567" });
    const entry = await db.auditLog.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(entry).toMatchObject({
      action: "update_settings",
      userId: owner.id,
      changes: { name: { before: "Equipement Ouarzazate", after: "Nouvelle enseigne" } },
    });
  });

  it("sends at most 12 statements for any number of settings", async () => {
    const changes = {
      name: "Un",
      since: 1980,
      email: "a@b.ma",
      hours: week(),
      whatsapp: "0612345678",
    };
    const sent = await recordStatements(() => patch(changes));
    expect(sent.length).toBeLessThanOrEqual(12);
    expect(await db.setting.count()).toBe(5);
  });

  it("writes only the settings that differ", async () => {
    await patch({ hours: week() });
    const { sat, ...rest } = week();
    const { body } = await patch({ hours: { sat, ...rest }, name: "Autre" }, owner, {
      hours: 1,
      name: 0,
    });
    expect([body?.data.versions.hours, body?.data.versions.name]).toEqual([1, 1]);
    const entry = await db.auditLog.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect([entry.entityId, Object.keys(entry.changes ?? {})]).toEqual(["name", ["name"]]);
  });

  it("hides staff settings from the storefront", async () => {
    await patch({
      notificationEmail: "secret@shop.ma",
      requireSecondFactor: false,
      features: { homeFeatured: false, homeNew: true, returningVisitors: false },
    });
    const shown = JSON.stringify(await getShopSettings());
    for (const word of ["secret@shop.ma", "requireSecondFactor", "features"]) {
      expect(shown).not.toContain(word);
    }
    expect(await getFeatures()).toEqual({
      homeFeatured: false,
      homeNew: true,
      returningVisitors: false,
    });
  });

  it("clears the notification address, and returns the unchanged owners", async () => {
    await patch({ notificationEmail: "a@shop.ma" });
    const { status, body } = await patch({ notificationEmail: "" }, owner, {
      notificationEmail: 1,
    });
    expect([status, body?.data.values.notificationEmail]).toEqual([200, null]);
    const row = await db.setting.findUniqueOrThrow({ where: { key: "notificationEmail" } });
    expect(row).toMatchObject({ value: null, version: 2 });
  });

  it("requires a second factor from owners once the setting is on", async () => {
    await patch({ requireSecondFactor: true });
    const { status, body } = await call(GET, { as: owner });
    expect([status, body?.error.message]).toEqual([403, expect.stringContaining("double")]);
    expect((await call(GET, { as: admin })).status).toBe(200);
  });

  it("lets an administrator change hours, contact and WhatsApp, and names the settings of the owner", async () => {
    const fine = await patch({ hours: week(), email: "a@b.ma", whatsapp: "0612345678" }, admin);
    expect(fine.status).toBe(200);
    const changes = { name: "Non", requireSecondFactor: true, phones: ["0524 88 12 34"] };
    const { status, body } = await patch(changes, admin);
    expect([status, body?.error.code]).toEqual([403, "FORBIDDEN"]);
    expect(Object.keys(body?.error.details)).toEqual(["name", "requireSecondFactor"]);
    expect(await db.setting.count({ where: { key: "phones" } })).toBe(0);
    expect((await patch({ email: "a@b.ma" }, await buildStaff("VIEWER"))).status).toBe(403);
  });

  it("requires the version of each setting, and answers a stale one with the current value and its editor", async () => {
    expect((await patch({ name: "Un" }, owner, {})).status).toBe(428);
    const without = await call(PATCH, {
      method: "PATCH",
      as: owner,
      body: { changes: { name: "Un" } },
    });
    expect(without.status).toBe(428);
    await patch({ email: "leur@shop.ma" }, admin);
    const { status, body } = await patch({ email: "mien@shop.ma", name: "Un" });
    expect(status).toBe(409);
    expect(body?.error.details).toMatchObject({
      keys: ["email"],
      changedBy: admin.username,
      changedAt: expect.stringMatching(/Z$/),
      current: { values: { email: "leur@shop.ma" }, versions: { email: 1 } },
    });
    expect(await db.setting.count({ where: { key: "name" } })).toBe(0);
  });

  it("accepts one of twenty parallel saves of one version", async () => {
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, at) => patch({ name: `Essai ${at}` })),
    );
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, ...Array(19).fill(409)]);
  });

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      "closing before opening",
      { hours: week({ mon: day("19:00", "09:00") }) },
      "hours.mon",
      /avant l'ouverture/,
    ],
    [
      "overlapping hours",
      { hours: week({ tue: [...day("14:00", "19:00"), ...day("09:00", "14:30")] }) },
      "hours.tue",
      /chevauchent/,
    ],
    [
      "four openings a day",
      { hours: week({ wed: Array(4).fill({ open: "09:00", close: "10:00" }) }) },
      "hours.wed",
      /Trois/,
    ],
    ["an invalid hour", { hours: week({ thu: day("9h", "19:00") }) }, "hours.thu.0.open", /09:00/],
    ["a week without Sunday", { hours: { ...week(), sun: undefined } }, "hours.sun", /./],
    [
      "the same day twice",
      {
        exceptions: [
          { date: "2026-12-01", hours: [] },
          { date: "2026-12-01", hours: [] },
        ],
      },
      "exceptions.1.date",
      /deux fois/,
    ],
    [
      "an invalid day",
      { exceptions: [{ date: "2026-02-30", hours: [] }] },
      "exceptions.0.date",
      /date/,
    ],
    [
      "overlaps on a special day",
      {
        exceptions: [
          { date: "2026-12-01", hours: [...day("09:00", "12:00"), ...day("11:00", "13:00")] },
        ],
      },
      "exceptions.0.hours",
      /chevauchent/,
    ],
    [
      "a phone number in words",
      { phones: ["+212 524 88 12 34", "appelez-nous"] },
      "phones.1",
      /0524/,
    ],
    ["a short phone", { phones: ["12 34"] }, "phones.0", /0524/],
    ["a long Moroccan phone", { phones: ["+212 52294077074"] }, "phones.0", /neuf chiffres/],
    ["a Moroccan phone with a digit too many", { phones: ["212524881234 5"] }, "phones.0", /0524/],
    ["two phone numbers in one field", { phones: ["0522940770/74"] }, "phones.0", /Un seul numéro/],
    ["a missing phone number", { phones: [] }, "phones", /au moins un/],
    [
      "a duplicate phone number",
      { phones: ["0524 88 12 34", "+212524881234"] },
      "phones",
      /deux fois/,
    ],
    ["a WhatsApp number in words", { whatsapp: "bonjour" }, "whatsapp", /0524/],
    ["an invalid e-mail", { email: "chez nous" }, "email", /nom@exemple/],
    [
      "an empty notification e-mail",
      { notificationEmail: "x" },
      "notificationEmail",
      /nom@exemple/,
    ],
    ["an empty name", { name: "   " }, "name", /Remplissez/],
    ["a long name", { name: "x".repeat(10_000) }, "name", /80/],
    ["a NUL", { address: "Rue\0" }, "address", /caractère/],
    ["a script instead of a map URL", { mapUrl: "javascript:alert(1)" }, "mapUrl", /https/],
    ["a list instead of a name", { name: ["x"] }, "name", /./],
    [
      "an unknown feature",
      { features: { homeFeatured: true, homeNew: true, returningVisitors: true, gratuit: true } },
      "features.gratuit",
      /./,
    ],
    ["a word instead of a boolean", { requireSecondFactor: "oui" }, "requireSecondFactor", /./],
    ["an unknown setting", { couleur: "rouge" }, "couleur", /./],
    [
      "an image from another host",
      { heroUrl: "https://ailleurs.example/x.webp" },
      "heroUrl",
      /Envoyez/,
    ],
  ])("rejects %s and names its field", async (_, changes, field, sentence) => {
    const { status, body } = await patch(changes);
    expect(status).toBe(400);
    expect(body?.error.details).toEqual({ [`changes.${field}`]: expect.stringMatching(sentence) });
    expect(await db.setting.count()).toBe(0);
  });

  it("accepts an uploaded image, and protects it from the cleanup job", async () => {
    const key = "c".repeat(32);
    const url = `/media/${key}/1280.webp`;
    const file = { width: 10, height: 10, bytes: 10, placeholder: "data:," };
    await db.upload.create({ data: { key, url, ...file, createdAt: new Date(0) } });
    expect((await patch({ heroUrl: url })).body?.data.values.heroUrl).toBe(url);
    const { createdAt } = await db.upload.findUniqueOrThrow({ where: { key } });
    expect(createdAt.getTime()).toBeGreaterThan(0);
    expect(
      (await patch({ heroUrl: null }, owner, { heroUrl: 1 })).body?.data.values.heroUrl,
    ).toBeNull();
  });
});
