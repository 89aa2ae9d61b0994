import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CAMPAIGN_MAX_LENGTH } from "@/domain/campaigns/limits";
import { Block, CampaignInput } from "@/domain/campaigns/schema";
import { CATEGORY_FIELDS } from "@/domain/catalogue/categories/fields";
import { CategoryInput } from "@/domain/catalogue/categories/schema";
import { findProductField, PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import { ProductPatch } from "@/domain/catalogue/products/input";
import { CANNED_REPLY_FIELDS } from "@/domain/messaging/canned-replies/fields";
import { CannedReplyInput } from "@/domain/messaging/canned-replies/schema";
import { CONTACT_MAX_LENGTH } from "@/domain/messaging/contact/limits";
import { ContactRequest } from "@/domain/messaging/contact/schema";
import { MESSAGE_MAX_LENGTH } from "@/domain/messaging/inbox/constants";
import { NoteInput, ReplyInput } from "@/domain/messaging/inbox/schema";
import { MAX_SOURCE_LENGTH } from "@/domain/newsletter/rules";
import { SubscriberImport } from "@/domain/newsletter/subscribers/schema";
import { QUERY_RULE_FIELDS } from "@/domain/search/query-rules/fields";
import { QueryRuleInput } from "@/domain/search/query-rules/schema";
import { SYNONYM_FIELDS } from "@/domain/search/synonyms/fields";
import { SynonymInput } from "@/domain/search/synonyms/schema";
import { SETTING_FIELDS } from "@/domain/settings/fields";
import { SettingsPatch } from "@/domain/settings/settings-input";
import type { FieldTable } from "@/lib/field-table";

interface Read {
  safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } };
}

const C = CAMPAIGN_MAX_LENGTH;
const variation = { name: "Taille", value: "60" };
const fact = { name: "Poids", value: "12 kg" };
const image = { kind: "image", id: "a", url: "", fr: "", ar: "", href: "" };
const button = { kind: "button", id: "a", fr: "", ar: "", href: "" };
const canned = { title: "Bonjour", body: "Bonjour", locale: "FR" };
const message = { name: "Ali", email: "ali@shop.test", message: "Bonjour" };
const category = { name: "Sanitaire" };

type Case = [field: string, max: number, schema: Read, body: (text: string) => unknown];

/** Each field of the table that has a limit, with a body that holds the text. */
function listLimits(
  table: FieldTable,
  prefix: string,
  body: (field: string, text: string) => unknown,
): Case[] {
  return Object.entries(table).flatMap(([field, { maxLength }]): Case[] =>
    maxLength === undefined
      ? []
      : [[`${prefix}${field}`, maxLength, ProductPatch, (text) => body(field, text)]],
  );
}

const { images, variations, facts } = PRODUCT_FIELDS;

const CASES: Case[] = [
  ...listLimits(PRODUCT_FIELDS, "", (field, text) => ({ [field]: text })),
  ...listLimits(images.parts, "image ", (field, text) => ({
    images: [{ url: "/a", [field]: text }],
  })),
  ...listLimits(variations.parts, "variation ", (field, text) => ({
    variations: [{ ...variation, [field]: text }],
  })),
  ...listLimits(facts.parts, "fact ", (field, text) => ({ facts: [{ ...fact, [field]: text }] })),
  ...["name", "nameAr"].map(
    (name): Case => [
      `category ${name}`,
      CATEGORY_FIELDS.name.maxLength,
      CategoryInput,
      (text) => ({ ...category, [name]: text }),
    ],
  ),
  ...["description", "descriptionAr"].map(
    (name): Case => [
      `category ${name}`,
      CATEGORY_FIELDS.description.maxLength,
      CategoryInput,
      (text) => ({ ...category, [name]: text }),
    ],
  ),
  ...["subject", "subjectAr"].map(
    (name): Case => [name, C.subject, CampaignInput, (text) => ({ [name]: text })],
  ),
  ...["preheader", "preheaderAr"].map(
    (name): Case => [name, C.preheader, CampaignInput, (text) => ({ [name]: text })],
  ),
  ...["fr", "ar"].flatMap((name): Case[] => [
    [
      `text block ${name}`,
      C.text,
      Block,
      (text) => ({ kind: "text", id: "a", fr: "", ar: "", [name]: text }),
    ],
    [`image block ${name}`, C.imageDescription, Block, (text) => ({ ...image, [name]: text })],
    [`button ${name}`, C.buttonText, Block, (text) => ({ ...button, [name]: text })],
  ]),
  ["image link", C.href, Block, (text) => ({ ...image, href: `/${text.slice(1)}` })],
  ["button link", C.href, Block, (text) => ({ ...button, href: `/${text.slice(1)}` })],
  ...(["name", "address", "addressAr"] as const).map(
    (name): Case => [
      `setting ${name}`,
      SETTING_FIELDS[name].maxLength,
      SettingsPatch,
      (text) => ({ changes: { [name]: text } }),
    ],
  ),
  [
    "map",
    SETTING_FIELDS.mapUrl.maxLength,
    SettingsPatch,
    (text) => ({ changes: { mapUrl: `https://a.ma/${text.slice(13)}` } }),
  ],
  ["reply", MESSAGE_MAX_LENGTH.reply, ReplyInput, (body) => ({ body })],
  ["note", MESSAGE_MAX_LENGTH.note, NoteInput, (body) => ({ body })],
  [
    "canned title",
    CANNED_REPLY_FIELDS.title.maxLength,
    CannedReplyInput,
    (title) => ({ ...canned, title }),
  ],
  ["canned text", MESSAGE_MAX_LENGTH.reply, CannedReplyInput, (body) => ({ ...canned, body })],
  ...(["terms", "finds"] as const).map(
    (name): Case => [
      `synonym ${name}`,
      SYNONYM_FIELDS[name].maxLength,
      SynonymInput,
      (text) => ({ terms: ["robini"], [name]: [text] }),
    ],
  ),
  [
    "rule query",
    QUERY_RULE_FIELDS.query.maxLength,
    QueryRuleInput,
    (query) => ({ query, redirectTo: "/faq" }),
  ],
  [
    "rule page",
    QUERY_RULE_FIELDS.redirectTo.maxLength,
    QueryRuleInput,
    (text) => ({ query: "faq", redirectTo: `/${text.slice(1)}` }),
  ],
  ["source", MAX_SOURCE_LENGTH, SubscriberImport, (source) => ({ csv: "a@b.ma", source })],
  ...(["name", "subject", "message"] as const).map(
    (name): Case => [
      `contact ${name}`,
      CONTACT_MAX_LENGTH[name],
      ContactRequest,
      (text) => ({ ...message, [name]: text }),
    ],
  ),
];

describe("The limit of a character counter", () => {
  it.each(CASES)("equals the limit on the server: %s", (_, max, schema, body) => {
    expect(schema.safeParse(body("x".repeat(max))).success).toBe(true);
    expect(schema.safeParse(body("x".repeat(max + 1))).success).toBe(false);
  });

  it("is shown to staff with its number", () => {
    const staffCases = CASES.filter(([field]) => !field.startsWith("contact"));
    for (const [field, max, schema, body] of staffCases) {
      const messages = schema.safeParse(body("x".repeat(max + 1))).error?.issues ?? [];
      expect([field, messages.map(({ message }) => message)]).toEqual([
        field,
        expect.arrayContaining([`${max.toLocaleString("fr")} caractères au plus.`]),
      ]);
    }
  });
});

const FILES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx") && !name.startsWith("generated"))
  .map((name) => path.join("src", name));

/** Search words and prices: they are not stored, so a limit loses no text. */
const MAY_CUT = new Map([
  ["src/app/admin/_components/lists/list-search.tsx", "maxLength"],
  ["src/app/admin/(signed-in)/leads/_list/lead-filters.tsx", "MAX_PASTED_LENGTH"],
  ["src/app/admin/(signed-in)/audit/audit-filter-form.tsx", "100"],
  ["src/app/admin/(signed-in)/newsletter/_subscribers/subscriber-filter-form.tsx", "254"],
  ["src/app/(shop)/_components/listing/filters/price-range.tsx", "32"],
  ["src/app/(shop)/_components/search/search-field.tsx", "200"],
]);

/**
 * Admin fields for a code, a number, an address, a whole file, or a list of words with a limit per line: by name, or by label when the
 * name is computed.
 */
const WITHOUT_COUNT = new Set([
  "sku",
  "identifier",
  "username",
  "email",
  "to",
  "code",
  "count",
  "amount",
  "baseline",
  "effect",
  "priceValue",
  "minPrice",
  "maxPrice",
  "csv",
  "href",
  "terms",
  "finds",
]);

interface Tag {
  key: string;
  attributes: string;
  body: string;
}

/** Every `<Field>`, `<TextField>` and `<TextAreaField>`, with its attributes and content. */
function fieldTags(source: string): Tag[] {
  return [...source.matchAll(/<(?:fields\.)?(Field|TextField|TextAreaField)\b/g)].map((match) => {
    let depth = 0;
    let end = match.index;
    while (end < source.length && (source[end] !== ">" || depth > 0 || source[end - 1] === "=")) {
      if (source[end] === "{") depth++;
      if (source[end] === "}") depth--;
      end++;
    }
    const attributes = source.slice(match.index, end);
    const close = source.indexOf("</Field>", end);
    const body =
      match[1] === "Field" && close > 0 ? source.slice(end, close) : `<input ${attributes}`;
    const [, name] = /\bname="([^"]*)"/.exec(attributes) ?? [];
    const [, part] = /\bname=\{`\S*?\.(\w+)`\}/.exec(attributes) ?? [];
    const [, label] = /\blabel=(?:"|\{getFieldProps\(")([^"]*)"/.exec(attributes) ?? [];
    return { key: name ?? part ?? label ?? "", attributes, body };
  });
}

const SHORT_INPUT =
  /type="(color|search|file|radio|checkbox|password|email|tel)"|<select|DateInput|DateTimeInput|TimeInput/;
const isText = ({ body }: Tag) => /<(textarea|input)\b/.test(body) && !SHORT_INPUT.test(body);

describe("Pasted text", () => {
  it("is truncated by no field", () => {
    const cutting = FILES.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/maxLength=\{?"?([\w.]+)/g)].map(
        ([, max]) => `${file} ${max}`,
      ),
    );
    expect(cutting.sort()).toEqual([...MAY_CUT].map(([file, max]) => `${file} ${max}`).sort());
  });

  const tags = FILES.filter((file) => file.startsWith("src/app/admin")).flatMap((file) =>
    fieldTags(readFileSync(file, "utf8")).map((tag) => ({ file, ...tag })),
  );

  /** The definitions of the fields pass their limit on with all other props. */
  const passesLimit = ({ attributes }: Tag) =>
    /\{\.\.\.(field|props|get(Field|Text)?Props\([^)]*\))\}/.test(attributes);

  /** Fields of the product form, which reads limits from the table: those with a limit, and those that hold no text. */
  const readsLimit = ({ file, key }: Tag & { file: string }) =>
    file.includes("/products/_form/") &&
    ["", "facts.", "variations.", "images."].some((list) => {
      const row = findProductField(`${list}${key}`);
      return row && (row.maxLength !== undefined || !/text$/i.test(row.kind));
    });

  it("is counted in every field of the admin", () => {
    expect(tags.filter(isText).length).toBeGreaterThan(30);
    const uncounted = tags.filter(
      (tag) =>
        isText(tag) &&
        !passesLimit(tag) &&
        !readsLimit(tag) &&
        !/\bmax=/.test(tag.attributes) &&
        !WITHOUT_COUNT.has(tag.key),
    );
    expect(uncounted.map(({ file, key }) => `${path.basename(file)} ${key}`)).toEqual([]);
  });
});
