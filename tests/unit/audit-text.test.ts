import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AuditEntry } from "@/domain/audit/schema";
import { toEntryText } from "@/domain/audit-log/entry-text";
import { findAuditField, getLabel } from "@/domain/audit-log/fields";
import {
  ACTION_CHOICES,
  formatSentence,
  hasActionLabel,
  hasEntityLabel,
  sentenceParts,
} from "@/domain/audit-log/labels";
import { AUDIT_TOPICS } from "@/domain/audit-log/topics";
import { formatFieldValue } from "@/domain/audit-log/value-text";
import { Audience, Block, CampaignInput } from "@/domain/campaigns/schema";
import { CategoryInput } from "@/domain/catalogue/categories/schema";
import { ProductInput } from "@/domain/catalogue/products/input";
import { CannedReplyInput } from "@/domain/messaging/canned-replies/schema";
import { SETTING_KEYS } from "@/domain/settings/settings-input";
import { Invitation } from "@/domain/staff/users/schema";

const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];

const labelled = (
  action: string,
  entityType = "Product",
  entityLabel: string | null = "Zellige",
) => ({
  action,
  entityType,
  entityLabel,
});

describe("Audit log sentences", () => {
  it.each([
    [labelled("update_product"), "a modifié le produit «\u00a0Zellige\u00a0»"],
    [
      labelled("publish_product_changes"),
      "a publié les modifications du produit «\u00a0Zellige\u00a0»",
    ],
    [labelled("delete_category", "Category", "Sols"), "a supprimé la catégorie «\u00a0Sols\u00a0»"],
    [labelled("change_role", "User", "fatima"), "a changé le rôle de «\u00a0fatima\u00a0»"],
    [labelled("invite_user", "User", "fatima"), "a invité «\u00a0fatima\u00a0»"],
    [labelled("update_settings", "Setting", "Réglages"), "a modifié les réglages"],
    [labelled("reorder_categories", "Category", null), "a réordonné les catégories"],
    [labelled("sign_in", "User", "fatima"), "s'est connecté"],
    [labelled("enable_second_factor", "User", "fatima"), "a activé sa double authentification"],
    [labelled("enable_user", "User", "fatima"), "a réactivé le compte de «\u00a0fatima\u00a0»"],
    [
      labelled("reply_to_message", "ContactMessage", "EO-12"),
      "a répondu au message «\u00a0EO-12\u00a0»",
    ],
    [
      labelled("count_stars", "Star", "Vénus"),
      "a fait une action sans nom sur un élément «\u00a0Vénus\u00a0»",
    ],
  ])("%o", (given, expected) => {
    expect(formatSentence(given)).toBe(expected);
  });

  it("separate the typed name from the sentence", () => {
    expect(sentenceParts(labelled("update_product", "Product", "مغسلة"))).toEqual({
      sentence: "a modifié le produit",
      name: "مغسلة",
    });
  });

  it.each(INHERITED)("have a fallback for an action and an entity named %s", (word) => {
    expect([hasActionLabel(word), hasEntityLabel(word)]).toEqual([false, false]);
    expect([findAuditField(word, "name"), findAuditField("Product", word)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(formatSentence(labelled(word, word, word))).toContain("action sans nom sur un élément");
  });

  it("exist for every action and every entity in the code", () => {
    const files = readdirSync("src/domain", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(`src/domain/${file}`, "utf8"));
    const written = (pattern: RegExp) =>
      files.flatMap((text) => [...text.matchAll(pattern)].map(([, word = ""]) => word));
    const actions = written(/action: "([a-z_]+)"/g);
    expect(actions.length).toBeGreaterThan(15);
    expect(actions.filter((action) => !hasActionLabel(action))).toEqual([]);
    const things = written(/entityType: "([A-Za-z]+)"/g);
    expect(things.filter((thing) => !hasEntityLabel(thing))).toEqual([]);
  });

  it("offer each action once, as text, in a group", () => {
    const labels = ACTION_CHOICES.flatMap(({ label, choices }) =>
      choices.map((choice) => `${label}: ${choice.label}`),
    );
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain("Produits: Créé");
    expect(labels).toContain("Connexions et comptes: S'est connecté");
    expect(labels).toContain("Messages: Répondu");
  });

  it("exist for each action of a quick filter, with labels for each of its fields", () => {
    const topics: readonly { actions?: readonly string[]; fields?: readonly string[] }[] =
      AUDIT_TOPICS;
    const actions = topics.flatMap((topic) => topic.actions ?? []);
    expect(actions.filter((action) => !hasActionLabel(action))).toEqual([]);
    const isKnown = (path: string) => {
      const [field = "", part] = path.split(".");
      return ["Product", "Category", "Setting"].some((entity) => {
        const row = findAuditField(entity, field);
        return row && (part === undefined || Object.hasOwn(row.parts ?? {}, part));
      });
    };
    const fields = topics.flatMap((topic) => topic.fields ?? []);
    expect(fields.filter((field) => !isKnown(field))).toEqual([]);
  });
});

describe("Audit field labels", () => {
  it.each([
    ["Product", Object.keys(ProductInput.shape)],
    ["Category", Object.keys(CategoryInput.shape)],
    ["Campaign", Object.keys(CampaignInput.shape)],
    ["Setting", SETTING_KEYS],
    ["CannedReply", Object.keys(CannedReplyInput.shape)],
    ["User", Object.keys(Invitation.shape)],
  ])("exist for every field of a %s that staff can change", (entity, fields) => {
    expect(fields.length).toBeGreaterThan(2);
    // The confirmation of a form question is not stored.
    const stored = fields.filter((field) => !field.startsWith("confirm"));
    expect(stored.filter((field) => !findAuditField(entity, field))).toEqual([]);
  });

  it.each([
    ["blocks", Block.options.flatMap(({ shape }) => Object.keys(shape))],
    ["audience", Object.keys(Audience.shape)],
  ])("exist for every part of the %s of a campaign", (field, parts) => {
    const known = Object.keys(findAuditField("Campaign", field)?.parts ?? {});
    expect(parts.filter((part) => part !== "id" && !known.includes(part))).toEqual([]);
  });

  it("depend on the entity when one key has several meanings", () => {
    const labels = [
      ["Campaign", "to"],
      ["NewsletterSubscriber", "to"],
      ["Product", "name"],
      ["Setting", "name"],
    ].map(([entity = "", field = ""]) => getLabel(findAuditField(entity, field)));
    expect(labels).toEqual(["Envoyé à", "Inscrits jusqu'au", "Nom", "Nom de la boutique"]);
  });

  it("never show a key without a label", () => {
    const labels = ["basePrice", "other", "constructor"].map((field) =>
      getLabel(findAuditField("Product", field)),
    );
    expect(labels).toEqual(["Prix", "Autre champ", "Autre champ"]);
  });
});

describe("Audit values", () => {
  const names = new Map([["cat-1", "Sols"]]);

  const format = (path: string, value: unknown, given?: Map<string, string>) => {
    const [entity = "", field = "", part] = path.split(".");
    const row = findAuditField(entity, field);
    return formatFieldValue(part ? row?.parts?.[part] : row, value, given);
  };

  it.each([
    ["Product.name", null, "vide"],
    ["Product.name", "", "vide"],
    ["Product.isNew", true, "oui"],
    ["Product.isNew", false, "non"],
    ["Category.order", 12, "12"],
    ["Product.status", "DRAFT", "Brouillon"],
    ["Campaign.status", "FINISHED", "Envoyée"],
    ["User.role", "SUPER_ADMIN", "Propriétaire"],
    ["Product.categoryId", "cat-1", "Sols"],
    ["Product.categoryId", "cat-2", "supprimé"],
    ["Campaign.blocks.productIds", ["cat-1", "cat-3"], "Sols ; supprimé"],
    ["Product.details", "<p>Un <b>grès</b> &amp; co</p>", "Un grès & co"],
    ["Product.publishAt", "2026-11-22T17:30:00.000Z", "22 nov. 2026, 17:30"],
    ["NewsletterSubscriber.consentedOn", "2026-01-31", "31 janv. 2026"],
    ["Product.facts", [], "aucun"],
    ["Setting.phones", ["a", "b"], "a ; b"],
    [
      "Product.facts",
      [{ id: "x", name: "Taille", value: "60", sku: null }],
      "Nom : Taille, Valeur : 60",
    ],
    ["Setting.features", { homeNew: false }, "Nouveautés sur la page d'accueil : non"],
    ["Campaign.audience", { to: null, from: null, locale: null, sources: [] }, "tous"],
    [
      "Campaign.audience",
      { to: "2026-01-31", locale: "AR" },
      "Inscrits jusqu'au : 31 janv. 2026, Langue : Arabe",
    ],
    ["Setting.hours", { mon: [{ open: "09:00", close: "12:00" }], sun: [] }, "Lundi : 09:00–12:00"],
    [
      "Product.images",
      [
        {
          url: "/media/abcdef0123456789/1280.webp",
          width: 4,
          height: 3,
          altText: null,
          isPrimary: true,
        },
      ],
      "Photo abcdef01, principale",
    ],
    [
      "Product.images",
      [{ url: "/media/a/1.webp", altText: "De face", altTextAr: null, isPrimary: false }],
      "De face",
    ],
  ])("of %s %j are formatted as “%s”", (field, value, expected) => {
    expect(format(field, value, names)).toBe(expected);
  });

  it.each([
    ["Product.brand", "BOX"],
    ["Product.name", "NEW"],
    ["Product.name", "cat-1"],
    ["Product.name", "5 < 10 > 3"],
    ["Campaign.subject", "READ"],
    ...INHERITED.flatMap((word) => [
      ["Product.brand", word],
      ["Product.status", word],
      ["Category.icon", word],
      ["Campaign.blocks.kind", word],
    ]),
  ])("of %s preserve typed text: %s", (field, typed) => {
    expect(format(field, typed, names)).toBe(typed);
  });

  it("are formatted as prices for price fields", () => {
    expect(format("Product.basePrice", "99.50")).toMatch(/^99,50\sMAD$/);
    expect(format("Product.variations", [{ value: "60", priceModifier: "-15.00" }])).toMatch(
      /^Valeur : 60, Écart de prix : -15\sMAD$/,
    );
    expect(format("Product.sku", "99.50")).toBe("99.50");
  });

  it("are truncated when they are too long, never inside a character", () => {
    expect(format("Product.description", "x".repeat(1_000))).toHaveLength(400);
    expect(format("Product.description", `x${"😀".repeat(600)}`).isWellFormed()).toBe(true);
  });
});

describe("The text of an audit entry", () => {
  const entry = (changes: AuditEntry["changes"], fields: Partial<AuditEntry> = {}): AuditEntry => ({
    id: "1",
    createdAt: "2026-01-10T12:00:00.000Z",
    userId: "u",
    userName: "fatima",
    action: "update_product",
    entityType: "Product",
    entityId: "p",
    entityLabel: "Zellige",
    changes,
    isReadable: true,
    requestId: null,
    ...fields,
  });
  const inlineOf = (given: AuditEntry) =>
    toEntryText(given, new Map()).inline.map(({ label, before, after }) =>
      `${label} : ${before} → ${after}`.replaceAll(/[\u00a0\u202f]/g, " "),
    );

  it("shows a price in the summary line, with its unit once", () => {
    const changes = { basePrice: { before: "95.00", after: "99.00" } };
    expect(inlineOf(entry(changes))).toEqual(["Prix : 95 → 99 MAD"]);
  });

  it("shows at most three short values, and leaves long texts for the details", () => {
    const short = (after: number) => ({ before: 0, after });
    const changes = {
      description: { before: "a".repeat(100), after: "b" },
      isNew: short(1),
      sku: short(2),
      unitSize: short(3),
      brand: short(4),
    };
    expect(inlineOf(entry(changes))).toEqual([
      "Nouveauté : 0 → 1",
      "Référence : 0 → 2",
      "Contenance : 0 → 3",
    ]);
    expect(toEntryText(entry(changes), new Map()).changes).toHaveLength(5);
  });

  it("lists the fields of a new record on demand only, without its id", () => {
    const made = (after: unknown) => ({ before: null, after });
    const changes = { id: made("x"), name: made("A"), brand: made("B"), sku: made("C") };
    const text = toEntryText(entry(changes, { action: "create_product" }), new Map());
    expect(text.inline).toEqual([]);
    expect(text.changes.map(({ label }) => label)).toEqual(["Nom", "Marque", "Référence"]);
  });

  it("names the categories of older entries that moved several", () => {
    const changes = { Robinetterie: { before: "Sols, 1", after: "Sols, 2" } };
    expect(inlineOf(entry(changes, { action: "reorder_categories" }))).toEqual([
      "Robinetterie : Sols, 1 → Sols, 2",
    ]);
  });

  it.each(INHERITED)("consists of plain texts for any value named %s", (word) => {
    const stored = JSON.parse(
      `{"brand":{"before":"${word}","after":"${word}"},"${word}":{"before":{"${word}":1},"after":["${word}"]}}`,
    );
    const { data } = AuditEntry.shape.changes.safeParse(stored);
    const given = entry(data ?? {}, {
      action: word,
      entityType: word,
      entityLabel: word,
      userName: word,
    });
    const { changes, sentence, name } = toEntryText(given, new Map());
    const texts = [
      sentence,
      name,
      ...changes.flatMap(({ label, before, after }) => [label, before, after]),
    ];
    expect(texts.filter((text) => typeof text !== "string")).toEqual([]);
    expect(changes[0]).toMatchObject({ label: "Autre champ", before: word, after: word });
  });

  it("is marked as unreadable when it cannot be built", () => {
    const broken = entry({});
    Object.defineProperty(broken, "changes", {
      get: () => {
        throw new Error("broken");
      },
    });
    expect(toEntryText(broken, new Map())).toMatchObject({ isReadable: false, changes: [] });
  });
});
