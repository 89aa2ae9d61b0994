import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildVariationInput,
} from "../support/build";

const getCode = async (act: Promise<unknown>) =>
  act.then(
    () => "accepted",
    (error) => `${error.code} ${error.message} ${JSON.stringify(error.meta ?? {})}`,
  );

describe("The schema", () => {
  it("equals the result of the migrations", () => {
    const output = execFileSync(
      process.execPath,
      [
        "scripts/prisma.mjs",
        "migrate",
        "diff",
        "--script",
        "--from-config-datasource",
        "--to-schema",
        "prisma/schema.prisma",
      ],
      { encoding: "utf8", env: { ...process.env, NODE_ENV: "development" }, stdio: "pipe" },
    );
    expect(output).toContain("This is an empty migration");
  });

  it("has the expected indexes under their expected names", async () => {
    const rows = await db.$queryRaw<{ indexname: string }[]>`
      SELECT indexname FROM pg_indexes WHERE schemaname = 'public'`;
    expect(rows.map(({ indexname }) => indexname)).toEqual(
      expect.arrayContaining([
        "idx_products_category",
        "idx_products_status",
        "idx_products_featured",
        "idx_products_slug",
        "idx_products_name_gin",
        "idx_products_description_gin",
        "idx_analytics_product",
        "idx_analytics_type",
        "idx_messages_status",
        "idx_audit_logs_user",
      ]),
    );
  });

  it("has an index for every foreign key", async () => {
    const bare = await db.$queryRaw`
      SELECT c.conrelid::regclass::text AS "table", a.attname AS "column"
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND NOT EXISTS (
        SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`;
    expect(bare).toEqual([]);
  });
});

describe("The category tree", () => {
  it("accepts three levels and rejects a fourth", async () => {
    const one = await buildCategory();
    const two = await buildCategory({ parentId: one.id });
    const three = await buildCategory({ parentId: two.id });
    expect(await getCode(buildCategory({ parentId: three.id }))).toContain("category_too_deep");
    const other = await buildCategory();
    const below = await buildCategory({ parentId: other.id });
    await buildCategory({ parentId: below.id });
    const move = db.category.update({ where: { id: other.id }, data: { parentId: one.id } });
    expect(await getCode(move)).toContain("category_too_deep");
  });

  it("rejects cycles, also from two parallel moves", async () => {
    const a = await buildCategory();
    const b = await buildCategory();
    const under = (id: string, parentId: string) =>
      getCode(db.category.update({ where: { id }, data: { parentId } }));
    expect(await under(a.id, a.id)).toContain("category_cycle");
    const results = await Promise.all([under(a.id, b.id), under(b.id, a.id)]);
    expect(results.filter((result) => result === "accepted")).toHaveLength(1);
    expect(results.filter((result) => result.includes("category_cycle"))).toHaveLength(1);
  });

  it("cannot lose a category that holds products", async () => {
    const { categoryId } = await buildProduct();
    expect(await getCode(db.category.delete({ where: { id: categoryId } }))).toContain("P2003");
  });
});

describe("The database rejects", () => {
  it.each([
    ["a negative price", { basePrice: "-1" }],
    ["an empty box", { unitSize: "0", unitOfSize: "M2" as const }],
    ["a size without a unit", { unitSize: "1" }],
    ["an end before the start", { publishAt: new Date(2000), unpublishAt: new Date(1000) }],
    ["specifications that are not a list", { facts: {} }],
  ])("%s", async (_, fields) => {
    expect(await getCode(buildProduct(fields))).toContain("product_");
  });

  it("negative stock and duplicate values", async () => {
    const negative = buildProduct({
      variations: { create: [buildVariationInput("Taille", "60", { stock: -1 })] },
    });
    expect(await getCode(negative)).toContain("variation_stock_not_negative");
    const twice = buildProduct({
      variations: {
        create: [buildVariationInput("Taille", "60"), buildVariationInput("Taille", "60")],
      },
    });
    expect(await getCode(twice)).toContain("P2002");
  });

  it("a second primary image", async () => {
    const second = buildProduct({ images: { create: [buildImageInput(), buildImageInput()] } });
    expect(await getCode(second)).toContain("P2002");
  });

  it("a redirect without a target or with two", async () => {
    const { id: productId, categoryId } = await buildProduct();
    const redirect = (data: object) =>
      getCode(db.slugRedirect.create({ data: { slug: "x", ...data } }));
    expect(await redirect({})).toContain("redirect_has_one_target");
    expect(await redirect({ productId, categoryId })).toContain("redirect_has_one_target");
  });

  it("any change of the audit log except by retention", async () => {
    const user = await db.user.create({
      data: { email: "a@shop.test", username: "a", passwordHash: "x" },
    });
    const { id } = await db.auditLog.create({
      data: { userId: user.id, userName: "a", action: "create_product", entityType: "Product" },
    });
    const change = db.auditLog.update({ where: { id }, data: { action: "nothing" } });
    expect(await getCode(change)).toContain("append-only");
    expect(await getCode(db.auditLog.delete({ where: { id } }))).toContain("append-only");
    await db.$transaction([
      db.$executeRaw`SET LOCAL shop.retention = 'on'`,
      db.auditLog.delete({ where: { id } }),
    ]);
    expect(await db.auditLog.count({ where: { id } })).toBe(0);
  });
});
