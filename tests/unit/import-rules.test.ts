import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** [file, import]. Each pattern of the lint rules is tested at every depth of folders at which rooms have files. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  ...["a.ts", "sub/a.ts", "sub/sub/a.ts"].flatMap((file) => [
    [`src/lib/${file}`, "@/domain/settings/schema"] as const,
    [`src/lib/${file}`, "@/content/fr"] as const,
    [`src/content/${file}`, "@/domain/settings/schema"] as const,
    [`src/content/${file}`, "@/lib/db"] as const,
    [`src/ui/${file}`, "@/lib/db"] as const,
    [`src/ui/${file}`, "@/domain/catalogue/schema"] as const,
    [`src/domain/media/${file}`, "@/app/api/limits"] as const,
    [`src/domain/media/${file}`, "@/lib/http/define-route"] as const,
    [`src/domain/media/${file}`, "next/navigation"] as const,
    [`src/domain/media/${file}`, "@/domain/settings/commands"] as const,
    [`src/domain/media/${file}`, "@/domain/catalogue/products/creation-commands"] as const,
    [`src/domain/media/${file}`, "@/domain/newsletter/subscription/suppression-commands"] as const,
    [`src/app/${file}`, "@/lib/db"] as const,
    [`src/app/${file}`, "@/generated/prisma/client"] as const,
    [`src/app/(shop)/${file}`, "@/domain/settings/queries"] as const,
    [`src/app/(shop)/${file}`, "@/domain/catalogue/products/queries"] as const,
    [`src/app/(shop)/[locale]/${file}`, "@/domain/newsletter/subscribers/export-queries"] as const,
    [`src/app/api/public/${file}`, "@/domain/messaging/inbox/thread-queries"] as const,
  ]),
  ["src/domain/media/a.ts", "../settings/schema"],
  ["src/domain/media/sub/a.ts", "../../settings/schema"],
];

const ALLOWED: readonly (readonly [string, string])[] = [
  ["src/domain/media/a.ts", "@/domain/audit/tx-commands"],
  ["src/domain/media/sub/a.ts", "@/domain/outbox/tx-commands"],
  ["src/domain/media/a.ts", "@/domain/settings/queries"],
  ["src/domain/media/sub/a.ts", "../commands"],
  ["src/domain/media/sub/a.ts", "../other/commands"],
  ["src/app/(shop)/a.ts", "@/domain/catalogue/listing/published"],
  ["src/app/api/admin/a.ts", "@/domain/catalogue/products/commands"],
  ["src/content/a.ts", "@/lib/i18n/locale"],
];

const folder = mkdtempSync(path.join(tmpdir(), "import-rules-"));
const root = process.cwd();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Returns "file import" for every import that the lint rules reject. */
const refused = new Set<string>();

beforeAll(() => {
  cpSync(".biome.json", path.join(folder, "biome.json"));
  const cases = [...FORBIDDEN, ...ALLOWED].map(([file, name], index) => {
    const fixture = file.replace(/a\.ts$/, `fixture-${index}.ts`);
    mkdirSync(path.dirname(path.join(folder, fixture)), { recursive: true });
    writeFileSync(path.join(folder, fixture), `import "${name}";\n`);
    return { fixture, key: `${file} ${name}` };
  });
  const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
  const options = [
    "lint",
    "--only=style/noRestrictedImports",
    "--reporter=json",
    "--max-diagnostics=none",
  ];
  const { stdout } = spawnSync(process.execPath, [biome, ...options, "src"], {
    cwd: folder,
    encoding: "utf8",
  });
  for (const { fixture, key } of cases)
    if (stdout.includes(path.basename(fixture))) refused.add(key);
}, 30_000);

describe("The lint rules for imports", () => {
  it.each(FORBIDDEN)("reject in %s: %s", (file, name) => {
    expect(refused).toContain(`${file} ${name}`);
  });

  it.each(ALLOWED)("allow in %s: %s", (file, name) => {
    expect(refused).not.toContain(`${file} ${name}`);
  });
});
