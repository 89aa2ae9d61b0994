import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findCycle, listImports, SOURCES, type Source } from "../support/sources";

/** Each table and the only room that writes it. A null owner means that triggers write it, or nothing yet. */
const OWNERS: Record<string, string | null> = {
  AnalyticsDaily: "domain/analytics",
  AnalyticsDefinition: "domain/analytics",
  AnalyticsEvent: "domain/analytics",
  AnalyticsHourly: "domain/analytics",
  AnalyticsRollupState: "domain/analytics",
  AnalyticsSalt: "domain/analytics",
  AnalyticsShare: "domain/analytics",
  AuditLog: "domain/audit",
  Campaign: "domain/campaigns",
  CampaignBatch: "domain/campaigns",
  CampaignEvent: "domain/campaigns",
  CampaignLink: "domain/campaigns",
  CampaignMessage: "domain/campaigns",
  CannedReply: "domain/messaging",
  Category: "domain/catalogue",
  ConsentEvent: "domain/newsletter",
  ContactMessage: "domain/messaging",
  EditPresence: "domain/staff",
  EmailToken: "domain/mailed-links",
  Experiment: "domain/analytics",
  FacetValue: null,
  IdempotencyKey: "lib/http",
  IgnoredSearch: "domain/search",
  Lead: "domain/messaging",
  ListingRow: null,
  MailPace: "lib/mail",
  MessageNote: "domain/messaging",
  MessageReply: "domain/messaging",
  NewsletterSubscriber: "domain/newsletter",
  OutboxEmail: "domain/outbox",
  PasswordReset: "domain/staff",
  Product: "domain/catalogue",
  ProductImage: "domain/catalogue",
  ProductImportRow: "domain/catalogue",
  ProductOperation: "domain/catalogue",
  ProductOperationItem: "domain/catalogue",
  ProductVariation: "domain/catalogue",
  ProductVersion: "domain/catalogue",
  RateLimit: "lib/rate-limit-stores",
  RecoveryCode: "domain/staff",
  SearchConfigChange: null,
  SearchIndexState: "domain/search",
  SearchRule: "domain/search",
  SearchSynonym: "domain/search",
  SearchTerm: null,
  Session: "lib/auth",
  Setting: "domain/settings",
  SlugRedirect: "domain/catalogue",
  SubscriberVisitor: "domain/newsletter",
  Suppression: "domain/newsletter",
  Upload: "domain/media",
  User: "domain/staff",
  WebhookEvent: "domain/outbox",
};

const PRISMA_WRITE =
  /\.([a-z]\w+)\s*\.(?:create|update|delete|upsert|createMany|updateMany|deleteMany|createManyAndReturn|updateManyAndReturn)\(/g;
const SQL_WRITE = /(?:INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)\s+(?:ONLY\s+)?"(\w+)"/g;

/** Returns the tables that a file writes, by the Prisma client or by SQL. */
function listWrittenTables({ text }: Pick<Source, "text">): string[] {
  const models = [...text.matchAll(PRISMA_WRITE)].map(
    ([, model = ""]) => model.charAt(0).toUpperCase() + model.slice(1),
  );
  const tables = [...text.matchAll(SQL_WRITE)].map(([, table = ""]) => table);
  return [...new Set([...models, ...tables])].filter((table) => table in OWNERS);
}

const getRoom = (file: string) => file.split("/").slice(1, 3).join("/");

describe("Tables", () => {
  it("are recognised in writes of the Prisma client and of SQL", () => {
    const text = `tx.product.updateMany({}); db.$executeRaw\`DELETE FROM "Upload"\`; map.delete("x")`;
    expect(listWrittenTables({ text })).toEqual(["Product", "Upload"]);
  });

  it("all have an owner", () => {
    const schema = readFileSync("prisma/schema.prisma", "utf8");
    const models = [...schema.matchAll(/^model (\w+)/gm)].map(([, model]) => model);
    expect(Object.keys(OWNERS)).toEqual(models.toSorted());
  });

  it("are written by their owning room only", () => {
    const foreign = SOURCES.flatMap((source) =>
      listWrittenTables(source)
        .filter((table) => OWNERS[table] !== getRoom(source.file))
        .map((table) => `${source.file} writes ${table}`),
    );
    expect(foreign).toEqual([]);
  });

  it("are written, in domain, by files named commands", () => {
    const others = SOURCES.filter(
      (source) =>
        source.file.startsWith("src/domain/") &&
        listWrittenTables(source).length > 0 &&
        !/(^|-)commands\.ts$/.test(path.posix.basename(source.file)),
    );
    expect(others.map(({ file }) => file)).toEqual([]);
  });
});

describe("Commands for other rooms", () => {
  const files = SOURCES.filter(({ file }) => file.endsWith("/tx-commands.ts"));

  it.each(files.map(({ file, text }) => [file, text] as const))(
    "%s: each function takes the caller's transaction",
    (file, text) => {
      const functions = [
        ...text.matchAll(/^export (?:async )?function (\w+)(?:<\w+>)?\(\s*(\w+)/gm),
      ];
      const others = functions
        .filter(([, , first]) => first !== "tx")
        .map(([, name]) => name)
        // `audited` opens the transaction; the others build a part of the caller's statement.
        .filter(
          (name) => !["audited", "claimUploadsSql", "buildActiveLinkWhere"].includes(name ?? ""),
        );
      expect(functions.length, file).toBeGreaterThan(0);
      expect(others).toEqual([]);
    },
  );
});

describe("Rooms", () => {
  /** Files directly in a room's folder are separate nodes; below it, each folder is one node. */
  const buildGraph = (nodeOf: (file: string) => string) => {
    const graph = new Map<string, Set<string>>();
    for (const source of SOURCES) {
      const from = nodeOf(source.file);
      const targets = graph.get(from) ?? new Set();
      for (const target of listImports(source).map(nodeOf))
        if (target !== from) targets.add(target);
      graph.set(from, targets);
    }
    return graph;
  };

  it("are checked by a search that finds a cycle", () => {
    const graph = new Map([
      ["a", new Set(["b"])],
      ["b", new Set(["c"])],
      ["c", new Set(["b"])],
    ]);
    expect(findCycle(graph)).toEqual(["b", "c", "b"]);
  });

  it("in domain have no import cycle, types included", () => {
    const rooms = buildGraph((file) => (file.startsWith("src/domain/") ? getRoom(file) : file));
    expect(findCycle(rooms)).toBeNull();
  });

  it("have no import cycle between their folders", () => {
    const folders = buildGraph((file) =>
      /^src\/(domain\/[^/]+|lib)\/.+\//.test(file) ? path.posix.dirname(file) : file,
    );
    expect(findCycle(folders)).toBeNull();
  });
});

describe("Folders", () => {
  it("contain at most 15 modules and style sheets", () => {
    const counts = new Map<string, number>();
    for (const name of readdirSync("src", { recursive: true, encoding: "utf8" })) {
      const file = name.replaceAll(path.sep, "/");
      const folder = path.posix.dirname(file);
      if (!/\.(tsx?|css)$/.test(file) || file.startsWith("generated/")) continue;
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(100);
    expect([...counts].filter(([, count]) => count > 15)).toEqual([]);
  });
});

describe("The check of a stale version", () => {
  it("reads the author of the last change in domain/audit only", () => {
    const readers = SOURCES.filter(
      ({ file, text }) =>
        !file.startsWith("src/domain/audit/") && /\bauditLog\.findFirst\b/.test(text),
    );
    expect(readers.map(({ file }) => file)).toEqual([]);
  });
});

const LIB = SOURCES.filter(({ file }) => file.startsWith("src/lib/"));

/** The code without its comments. */
const stripComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(?<=^|\s)\/\/.*/gm, "");

const FRENCH_WORD =
  /[àâçéèêëîïôûùœ«»]|(?<![\p{L}.])(?:[ldnsc]'|(?:le|la|les|des|du|une?|et|ou|est|pas|ne|vous|votre|cette|trop)(?!\p{L}))/iu;
const ARABIC_WORDS = /\p{Script=Arabic}{2,}\s+\p{Script=Arabic}{2,}/u;

/** Finds the string literals with a French or an Arabic sentence. */
function findSentences(text: string): string[] {
  const literals = stripComments(text).match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
  return literals.filter(
    (literal) =>
      ARABIC_WORDS.test(literal) || (literal.split(/\s+/).length > 2 && FRENCH_WORD.test(literal)),
  );
}

describe("lib", () => {
  it("is searched for sentences in both languages, outside comments", () => {
    const text = [
      'throw new Error("Cette page n\'existe pas.");',
      "const ar = `هذه الصفحة غير موجودة`;",
      '/* "Cette page est un exemple." */',
      'log.warn("a page could not be counted"); // "le mot de la fin"',
      'const currency = "درهم";',
    ].join("\n");
    expect(findSentences(text)).toHaveLength(2);
  });

  it("has no sentences for readers except the messages of the errors that it throws", () => {
    const files = LIB.filter(({ text }) => findSentences(text).length > 0).map(({ file }) => file);
    expect(files.toSorted()).toEqual(
      [
        "auth/actor.ts",
        "errors.ts",
        "http/api-client.ts",
        "http/body.ts",
        "http/idempotency.ts",
        "http/request.ts",
        "http/uploaded-file.ts",
        "input/date-schema.ts",
        "input/text-schema.ts",
        "lists/bulk-selection.ts",
        "mail/local-transport.ts",
        "mail/mail.ts",
        "mail/pace.ts",
        "mail/resend-transport.ts",
        "mail/smtp-transport.ts",
        "net/public-fetch.ts",
        "semaphore.ts",
        "spreadsheet/read-csv.ts",
        "spreadsheet/read-table.ts",
        "spreadsheet/read-xlsx.ts",
        "spreadsheet/table.ts",
        "storage.ts",
      ].map((name) => `src/lib/${name}`),
    );
  });

  it("has no word of the shop except in names: permissions, purposes of tokens, cache tags, methods of a vendor", () => {
    const SHOP_WORD =
      /product(?!ion)|produit|categor|catégor|catalog|newsletter|subscri|campaign|whatsapp|contact|inbox|settings/i;
    const files = LIB.filter(({ text }) => SHOP_WORD.test(stripComments(text)));
    expect(files.map(({ file }) => file).toSorted()).toEqual(
      [
        "auth/permissions.ts",
        "auth/signed-token.ts",
        "cache/cache.ts",
        "meilisearch/client.ts",
      ].map((name) => `src/lib/${name}`),
    );
  });
});

describe("Permissions", () => {
  it("are checked by `can`: only permissions.ts names a role", () => {
    const naming = SOURCES.filter(
      ({ file, text }) =>
        file !== "src/lib/auth/permissions.ts" && /["'](SUPER_ADMIN|VIEWER)["']/.test(text),
    );
    expect(naming.map(({ file }) => file)).toEqual([]);
  });
});
