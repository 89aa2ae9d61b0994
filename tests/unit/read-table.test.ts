import { strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/spreadsheet/read-table";

const text = (content: string) => Buffer.from(content);
const cells = async (bytes: Buffer) => {
  const { header, rows } = await readTable(bytes);
  return [header, ...rows.map((row) => row.cells)];
};
const refusal = async (bytes: Buffer) => {
  const error = await readTable(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: "VALIDATION_ERROR" });
  return (error as Error).message;
};
const EXPECTED = [
  ["Référence", "Nom"],
  ["A1", "Évier €"],
];

describe("A CSV file", () => {
  const csv = "Référence;Nom\r\nA1;Évier €\r\n";
  const utf16 = Buffer.from(csv, "utf16le");
  it.each([
    ["UTF-8", text(csv)],
    ["UTF-8 with a BOM", text(`\uFEFF${csv}`)],
    ["UTF-16 LE with a BOM", Buffer.from(`\uFEFF${csv}`, "utf16le")],
    ["UTF-16 BE with a BOM", Buffer.from(`\uFEFF${csv}`, "utf16le").swap16()],
    ["UTF-16 LE without a BOM", utf16],
    ["UTF-16 BE without a BOM", Buffer.from(utf16).swap16()],
    ["Windows-1252", Buffer.from(csv.replace("€", "\x80"), "latin1")],
    ["LF", text(csv.replaceAll("\r\n", "\n"))],
    ["CR", text(csv.replaceAll("\r\n", "\r"))],
    ["commas", text(csv.replaceAll(";", ","))],
    ["tabs", text(csv.replaceAll(";", "\t"))],
    ["a hint of Excel", text(`sep=,\r\n${csv.replaceAll(";", ",")}`)],
    ["blank rows and cells", text(`\n;;\n${csv}\n;;;\n`)],
  ])("is read: %s", async (_, bytes) => {
    expect(await cells(bytes)).toEqual(EXPECTED);
  });

  it("keeps line breaks, separators and quotes inside quotes, and counts rows as spreadsheets do", async () => {
    const { rows } = await readTable(text('a;b\n"1;\n""x""";2\n\n3;4\n'));
    expect(rows).toEqual([
      { number: 2, cells: ['1;\n"x"', "2"] },
      { number: 4, cells: ["3", "4"] },
    ]);
  });

  it("reads thousands of rows, in their order", async () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => `A${i};"Nom\n${i}"`);
    const { rows } = await readTable(text(`Référence;Nom\n${lines.join("\n")}`));
    expect(rows).toHaveLength(3_000);
    expect(rows.at(-1)).toEqual({ number: 3_001, cells: ["A2999", "Nom\n2999"] });
  });

  it.each([
    ["an empty file", text(""), /est vide/],
    ["blank lines", text("\n\n;;\n"), /est vide/],
    ["a header alone", text("Référence;Nom\n"), /n'a qu'une ligne/],
    ["a photo", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), /photo/],
    ["binary content", Buffer.from([1, 2, 3, 0, 5, 6, 7, 0]), /pas un tableau/],
    ["an old workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.xlsx/],
    ["a quote that never ends", text('a;b\n1;"2\n3;4\n'), /ligne 2/],
    ["too many rows", text(`a;b\n${"1;2\n".repeat(20_001)}`), /20.000 lignes/],
    ["too many columns", text(`${"a;".repeat(501)}b\n1;2\n`), /500 colonnes/],
  ])("is refused with a sentence: %s", async (_, bytes, message) => {
    expect(await refusal(bytes)).toMatch(message);
  });
});

async function buildWorkbook(sheets: Parameters<typeof writeXlsx>[0]["sheets"]) {
  return Buffer.from(await writeXlsx({ sheets }));
}

/** Replaces a part of a workbook. */
async function buildChangedWorkbook(part: string, change: (xml: string) => string) {
  const bytes = await buildWorkbook([
    {
      name: "Produits",
      rows: [
        ["a", "b"],
        ["x", 1],
      ],
    },
  ]);
  const parts = unzipSync(bytes);
  const xml = new TextDecoder().decode(parts[part]);
  expect(xml).not.toBe("");
  return Buffer.from(zipSync({ ...parts, [part]: strToU8(change(xml)) }));
}

const SHEET = "xl/worksheets/sheet1.xml";

describe("A workbook", () => {
  it("is read by its values: texts, numbers, numbers as text, dates, formulas", async () => {
    const bytes = await buildWorkbook([
      {
        name: "Produits",
        rows: [
          ["Référence", "Prix", "Code", "Date", "Somme", "Actif"],
          [
            "00123",
            12.299999999999999,
            6110000000000,
            new Date("2026-11-30T09:00:00Z"),
            null,
            true,
          ],
        ],
        cells: new Map([
          ["1,4", { value: null, type: "formula", formula: "B2/2", formulaResult: 7.5 }],
        ]),
      },
    ]);
    const { rows } = await readTable(bytes);
    expect(rows[0]?.cells).toEqual([
      "00123",
      "12,3",
      "6110000000000",
      "2026-11-30 09:00",
      "7,5",
      "oui",
    ]);
  });

  it("has its first sheet with rows read, or the chosen one", async () => {
    const bytes = await buildWorkbook([
      { name: "Notes", rows: [] },
      {
        name: "Produits",
        rows: [
          ["a", "b"],
          ["1", "2"],
        ],
      },
      { name: "Autres", rows: [["c"], ["3"]] },
    ]);
    const { format, header } = await readTable(bytes);
    expect(header).toEqual(["a", "b"]);
    expect(format).toEqual({
      kind: "xlsx",
      sheet: "Produits",
      sheets: ["Notes", "Produits", "Autres"],
    });
    expect((await readTable(bytes, { sheet: "Autres" })).header).toEqual(["c"]);
    await expect(readTable(bytes, { sheet: "Absente" })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
    });
  });

  it("does not expand entities", async () => {
    const bytes = await buildChangedWorkbook(SHEET, (xml) => {
      const bomb = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(50)}"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
      const header = /^<\?xml[^>]*\?>/.exec(xml)?.[0] ?? "";
      return `${header}${bomb}${xml.slice(header.length).replace(/(<t[^>]*>|<v>)[^<]*/, "$1&b;&c;")}`;
    });
    const read = await readTable(bytes).then(
      ({ header, rows }) => JSON.stringify([header, rows]),
      (error: Error) => error.message,
    );
    expect(read).not.toMatch(/haha|root:/);
  });

  it.each([
    [
      "a part that unpacks to 200 MB",
      Buffer.from(zipSync({ [SHEET]: [new Uint8Array(200_000_000), { level: 9 }] })),
      /trop grand/,
    ],
    ["a ZIP without a workbook", Buffer.from(zipSync({ "a.txt": strToU8("a") })), /abîmé/],
    ["half a ZIP", Buffer.from(zipSync({ "a.txt": strToU8("a") })).subarray(0, 60), /abîmé/],
    [
      "too many parts",
      Buffer.from(
        zipSync(
          Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`p${i}`, strToU8("x")])),
        ),
      ),
      /trop grand/,
    ],
  ])("is refused with a sentence: %s", async (_, bytes, message) => {
    expect(await refusal(bytes)).toMatch(message);
  });

  it("is refused where a part is larger than it declares", async () => {
    const bytes = await buildWorkbook([{ name: "P", rows: [["a"], ["x".repeat(30_000)]] }]);
    const parts = zipSync(unzipSync(bytes));
    const lying = Buffer.from(parts);
    for (
      let at = lying.indexOf("PK\x01\x02", 0, "latin1");
      at >= 0;
      at = lying.indexOf("PK\x01\x02", at + 4, "latin1")
    ) {
      if (lying.readUInt32LE(at + 24) > 1_000) lying.writeUInt32LE(100, at + 24);
    }
    expect(await refusal(lying)).toMatch(/abîmé/);
  });
});
