import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/admin/products/export/route";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildProducts,
  buildVariationInput,
} from "../../../support/build";
import { call } from "../../../support/call";
import { exportFile, parseCsv } from "../../../support/product-file";
import { buildStaff } from "../../../support/staff";

async function buildTile() {
  const parent = await buildCategory({ name: "Carrelage" });
  const category = await buildCategory({ name: "Grès cérame", parentId: parent.id });
  const photo = buildImageInput();
  const product = await buildProduct({
    categoryId: category.id,
    name: "Zellige\u00a0bleu",
    nameAr: "زليج أزرق",
    sku: `00${Date.now()}`,
    basePrice: "1129.50",
    unitSize: "1.440",
    unitOfSize: "M2",
    saleUnit: "SQUARE_METRE",
    facts: [
      { name: "Format", nameAr: "القياس", value: "60 × 60 cm" },
      { name: "Norme : PEI", value: "4\\5" },
    ],
    images: {
      create: [
        buildImageInput({ isPrimary: false, order: 0, altText: "Vue de côté" }),
        { ...photo, order: 1 },
      ],
    },
    variations: {
      create: [
        buildVariationInput("Couleur", "Bleu", {
          sku: `V0${Date.now()}`,
          priceModifier: "-20.50",
          stock: null,
        }),
        buildVariationInput("Couleur", "Rose", { isActive: false, order: 1 }),
      ],
    },
  });
  return { product, photo, category };
}

async function exportRows(query: string) {
  const { bytes } = await exportFile(await buildStaff("VIEWER"), `format=csv&${query}`);
  return parseCsv(bytes);
}

async function exportSheet(query: string) {
  const { bytes } = await exportFile(await buildStaff("VIEWER"), `format=xlsx&${query}`);
  const { sheets } = await readXlsx(bytes);
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  return rows.map((row) => new Map(header.map((name, i) => [String(name), row[i] ?? null])));
}

describe("The export of products", () => {
  it("writes a row for each variation, with the product repeated, as French spreadsheets read it", async () => {
    const { product, photo, category } = await buildTile();
    const { response, bytes } = await exportFile(
      await buildStaff("VIEWER"),
      `format=csv&categoryId=${category.id}`,
    );
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="produits-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString()).toContain(`"${product.sku}"`);
    const rows = parseCsv(bytes);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      Identifiant: product.id,
      Référence: product.sku,
      Nom: product.name,
      "Nom en arabe": "زليج أزرق",
      Catégorie: "Carrelage > Grès cérame",
      Prix: "1129,50",
      "Prix sur demande": "non",
      "Vendu par": "Le m²",
      Contenance: "1,44",
      Publication: "Publié",
      Caractéristiques: "Format : 60 × 60 cm\nNorme \\: PEI : 4\\5",
      "Caractéristiques en arabe": "القياس :",
      "Textes des photos": "Photo\nVue de côté",
      Option: "Couleur",
      Valeur: "Bleu",
      "Écart de prix": "-20,50",
      Stock: "",
      Proposée: "oui",
    });
    expect(rows[0]?.Photos?.split("\n")[0]).toMatch(
      new RegExp(`^http.*/media/${photo.key}/1280\\.webp$`),
    );
    expect(rows[1]).toMatchObject({
      Nom: product.name,
      Prix: "1129,50",
      Valeur: "Rose",
      Stock: "5",
      Proposée: "non",
    });
  });

  it("writes amounts as numbers and references as text in Excel", async () => {
    const { product, category } = await buildTile();
    const [row] = await exportSheet(`categoryId=${category.id}`);
    expect(row?.get("Prix")).toBe(1129.5);
    expect(row?.get("Écart de prix")).toBe(-20.5);
    expect(row?.get("Contenance")).toBe(1.44);
    expect(row?.get("Référence")).toBe(product.sku);
    expect(row?.get("Stock")).toBeNull();
  });

  it.each(["=1+1", "+212 6 61", "-cmd|' /C calc'!A0", "@SUM(A1)", "-5 %"])(
    "never lets Excel run %s",
    async (name) => {
      const product = await buildProduct({ name });
      const query = `categoryId=${product.categoryId}`;
      expect((await exportRows(query))[0]?.Nom).toBe(`'${name}`);
      expect((await exportSheet(query))[0]?.get("Nom")).toBe(name);
    },
  );

  it("keeps a text that looks like an escape of Excel, and replaces one that no cell of Excel can hold", async () => {
    const details = `<p>${"a".repeat(40_000)}</p>`;
    const product = await buildProduct({ brand: "_x0041_", details });
    const query = `categoryId=${product.categoryId}`;
    const [row] = await exportSheet(query);
    expect(row?.get("Marque")).toBe("_x0041_");
    expect(String(row?.get("Détails"))).toMatch(/40\s?007 caractères, trop long pour Excel/);
    expect((await exportRows(query))[0]?.Détails).toBe(details);
  });

  it("follows the filters of the list and leaves out the trash", async () => {
    const { id: categoryId } = await buildCategory();
    const draft = await buildProduct({ categoryId, status: "DRAFT" });
    const shown = await buildProduct({ categoryId });
    await buildProduct({ categoryId, deletedAt: new Date() });
    const getIds = async (query: string) =>
      (await exportRows(`categoryId=${categoryId}&${query}`)).map((row) => row.Identifiant).sort();
    expect(await getIds("")).toEqual([draft.id, shown.id].sort());
    expect(await getIds("status=DRAFT")).toEqual([draft.id]);
    expect(await getIds("withoutImage=1&q=absent-de-tout")).toEqual([]);
  });

  it("has every product once, over several parts", async () => {
    const { id: categoryId } = await buildCategory();
    await buildProducts(1_050, categoryId);
    const ids = (await exportRows(`categoryId=${categoryId}`)).map((row) => row.Identifiant);
    expect(new Set(ids).size).toBe(1_050);
    expect(ids).toHaveLength(1_050);
  });

  it("leaves the changes of a draft out", async () => {
    const product = await buildProduct({ name: "Nom publié", draft: { name: "Nom en attente" } });
    expect((await exportRows(`categoryId=${product.categoryId}`))[0]?.Nom).toBe("Nom publié");
  });

  it("is in the audit log with its filters", async () => {
    const staff = await buildStaff("VIEWER");
    await exportFile(staff, "format=xlsx&status=DRAFT");
    const entry = await db.auditLog.findFirstOrThrow({
      where: { userId: staff.id },
      orderBy: { createdAt: "desc" },
    });
    expect(entry).toMatchObject({
      action: "export_products",
      entityType: "Product",
      changes: { format: { after: "xlsx" }, status: { after: "DRAFT" } },
    });
  });

  it.each(["", "format=pdf", "format=csv&status=x", "format=csv&page=2"])(
    "refuses %j",
    async (query) => {
      expect((await call(GET, { as: await buildStaff(), query })).status).toBe(400);
    },
  );
});
