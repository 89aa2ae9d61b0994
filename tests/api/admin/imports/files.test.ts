import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { GET as items } from "@/app/api/admin/imports/[id]/items/route";
import { GET as view } from "@/app/api/admin/imports/[id]/route";
import { POST as upload } from "@/app/api/admin/imports/route";
import { POST as ticket } from "@/app/api/admin/imports/ticket/route";
import { db } from "@/lib/db";
import { buildCategory } from "../../../support/build";
import { call } from "../../../support/call";
import { importFile, postFile, startCheck, uploadFile } from "../../../support/product-import";
import { buildStaff } from "../../../support/staff";

describe("A file to import", () => {
  it.each([
    ["is empty", Buffer.alloc(0), 400],
    ["is a photo called .csv", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), 400],
    ["is larger than 10 MB", Buffer.alloc(10 * 1024 * 1024 + 1, "a;b\n"), 413],
    [
      "unpacks to 200 MB",
      Buffer.from(zipSync({ "xl/a.xml": [new Uint8Array(200_000_000), { level: 9 }] })),
      400,
    ],
    ["is half a workbook", Buffer.from("PK\x03\x04....", "latin1"), 400],
    ["has 20,001 rows", Buffer.from(`a;b\n${"1;2\n".repeat(20_001)}`), 400],
    ["has 501 columns", Buffer.from(`${"a;".repeat(500)}b\n${"1;".repeat(500)}2\n`), 400],
    ["never closes a quote", Buffer.from('a;b\n1;"2\n'), 400],
  ])("is refused with a sentence when it %s", async (_, content, status) => {
    const answer = await postFile(await buildStaff(), content);
    expect(answer.status).toBe(status);
    expect(answer.body?.error.details.file ?? answer.body?.error.message).toMatch(
      /^[A-ZÀ-Ý].{15,}\.$/,
    );
  });

  it("is not a body without a file, or with two", async () => {
    const as = await buildStaff();
    const two = new FormData();
    two.append("file", new File(["a;b\n1;2"], "a.csv"));
    two.append("file", new File(["a;b\n1;2"], "b.csv"));
    for (const body of [new FormData(), two, { file: "a;b" }]) {
      expect([400, 415]).toContain((await call(upload, { as, method: "POST", body })).status);
    }
    expect((await postFile(as, "a;b\n1;2", "encoding=klingon")).status).toBe(400);
  });

  it("is taken from the store only where a ticket sent it there", async () => {
    const as = await buildStaff();
    const answer = await call(ticket, { as, method: "POST" });
    expect([answer.status, answer.body?.data]).toEqual([200, null]);
    for (const url of [
      "http://127.0.0.1/sent/x",
      "file:///etc/passwd",
      `https://shop.test/sent/${crypto.randomUUID()}`,
      "",
    ]) {
      const { status } = await call(upload, { as, method: "POST", body: { url, name: "a.csv" } });
      expect(status).toBe(400);
    }
  });

  it("is read with the delimiter and the encoding that people choose", async () => {
    const as = await buildStaff();
    const { header, format } = await uploadFile(
      as,
      "Nom,x;Prix\n1;2\n",
      "delimiter=%2C&encoding=windows-1252",
    );
    expect(header).toEqual(["Nom", "x;Prix"]);
    expect(format).toEqual({ kind: "csv", delimiter: ",", encoding: "windows-1252" });
  });

  it("replaces an earlier reading of it that the same person has not checked yet", async () => {
    const [as, other] = [await buildStaff(), await buildStaff()];
    const first = await uploadFile(as, "Nom;Prix\n1;2\n");
    await uploadFile(other, "Nom;Prix\n1;2\n", `replaces=${first.operation.id}`);
    expect((await call(view, { as, params: { id: first.operation.id } })).status).toBe(200);
    await uploadFile(as, "Nom;Prix\n1;2\n", `replaces=${first.operation.id}`);
    expect((await call(view, { as, params: { id: first.operation.id } })).status).toBe(404);
  });

  it("may repeat headers and have strange names", async () => {
    const as = await buildStaff();
    const { mapping, header } = await uploadFile(as, "Prix;Prix;__proto__;\nréférence;1;2;3\n");
    expect(header).toEqual(["Prix", "Prix", "__proto__"]);
    expect(mapping).toEqual([null, null, null]);
  });

  it("of another kind of operation, or of none, is not found", async () => {
    const as = await buildStaff();
    for (const id of ["none", "constructor"]) {
      expect((await call(view, { as, params: { id } })).status).toBe(404);
      expect((await call(items, { as, params: { id } })).status).toBe(404);
    }
    const uploaded = await uploadFile(as, "a;b\n1;2");
    const wrong = { ...uploaded, operation: { ...uploaded.operation, id: "none" } };
    expect((await startCheck(as, wrong)).status).toBe(404);
  });
});

describe("An export of another shop", () => {
  it("of WooCommerce is read with its variations, attributes and categories", async () => {
    const as = await buildStaff();
    const { name } = await buildCategory();
    const header =
      "ID,Type,SKU,Name,Published,Is featured?,Short description,Description,In stock?,Stock,Regular price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)";
    const rows = [
      `1,simple,WOO-1,Mitigeur,1,0,<p>Un beau mitigeur&nbsp;chromé.</p>,<p>Long <b>texte</b></p>,1,,249.5,"${name}, Promos",,,Finition,Chrome,,`,
      `2,variable,WOO-2,Carreau,1,1,Un carreau de sol.,,1,,,${name},,,Couleur,"Bleu, Rouge",Taille,"M, L"`,
      `3,variation,WOO-2-B,"Carreau - Bleu",1,0,,,1,4,120,,,WOO-2,Couleur,Bleu,Taille,M`,
      `4,variation,WOO-2-R,"Carreau - Rouge",1,0,,,0,,135.50,,,WOO-2,Couleur,Rouge,Taille,L`,
    ];
    const { source, operation } = await importFile(as, `${header}\n${rows.join("\n")}\n`);
    expect(source).toBe("WooCommerce");
    expect(operation).toMatchObject({ state: "APPLIED", changed: 2 });
    expect(await db.product.findFirst({ where: { sku: "WOO-1" } })).toMatchObject({
      name: "Mitigeur",
      description: "Un beau mitigeur chromé.",
      details: "<p>Long <strong>texte</strong></p>",
      status: "DRAFT",
      facts: [{ name: "Finition", value: "Chrome" }],
    });
    const tile = await db.product.findFirst({
      where: { sku: "WOO-2" },
      include: { variations: { orderBy: { order: "asc" } } },
    });
    expect(tile).toMatchObject({
      isFeatured: true,
      variations: [
        { name: "Couleur, Taille", value: "Bleu, M", sku: "WOO-2-B", stock: 4 },
        { name: "Couleur, Taille", value: "Rouge, L", sku: "WOO-2-R" },
      ],
    });
    expect(tile?.basePrice?.toFixed(2)).toBe("120.00");
    expect(tile?.variations.map(({ priceModifier }) => priceModifier.toFixed(2))).toEqual([
      "0.00",
      "15.50",
    ]);
  });

  it("of Shopify is read with its variants, and rows that only add an image", async () => {
    const as = await buildStaff();
    const { name } = await buildCategory();
    const header =
      "Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src,Status";
    const rows = [
      `lampe-shop,Lampe,<p>Une lampe de table.</p>,Philips,${name},true,Couleur,Noir,SH-N,3,199.00,,active`,
      "lampe-shop,,,,,,,Blanc,SH-B,2,210.00,,",
      "lampe-shop,,,,,,,,,,,http://10.0.0.1/a.jpg,",
      `vis-shop,Vis,<p>Une vis solide.</p>,Würth,${name},true,Title,Default Title,SH-V,,5.00,,active`,
    ];
    const { source, operation } = await importFile(as, `${header}\n${rows.join("\n")}\n`);
    expect(source).toBe("Shopify");
    expect(operation).toMatchObject({ state: "APPLIED", changed: 2 });
    const lamp = await db.product.findFirst({
      where: { slug: "lampe-shop" },
      include: { variations: { orderBy: { order: "asc" } } },
    });
    expect(lamp).toMatchObject({
      name: "Lampe",
      brand: "Philips",
      variations: [
        { name: "Couleur", value: "Noir", sku: "SH-N", stock: 3 },
        { name: "Couleur", value: "Blanc", sku: "SH-B", stock: 2 },
      ],
    });
    expect(
      await db.product.findFirst({ where: { slug: "vis-shop" }, include: { variations: true } }),
    ).toMatchObject({ sku: "SH-V", variations: [] });
  });
});
