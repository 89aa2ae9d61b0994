import { describe, expect, it } from "vitest";
import { createLeadReference, findLeadReference } from "@/domain/messaging/leads/lead-reference";
import { createRandom, pick, type Random } from "../support/random";

const RUNS = 2_000;
const LOOK_ALIKES: Record<string, string> = {
  "0": "O",
  "1": "I",
  "2": "Z",
  "5": "S",
  "8": "B",
  V: "U",
};

/** The reference as a person may type or paste it. */
function distort(random: Random, reference: string): string {
  const code = [...reference.slice(2)]
    .map((letter) => (random(3) === 0 ? (LOOK_ALIKES[letter] ?? letter) : letter))
    .map((letter) => (random(2) === 0 ? letter.toLowerCase() : letter))
    .join(pick(random, ["", "", " "]));
  return pick(random, [
    `w${code}`,
    `W ${code}`,
    ` w-${code} `,
    `W\u2011${code}`,
    `\u2066W-${code.replaceAll(" ", "")}\u2069`,
    `Demande W-${code.replaceAll(" ", "")}`,
    `Bonjour, je voudrais ce produit : https://shop.test/produit/w-4444\nDemande W-${code.replaceAll(" ", "")}\nMerci`,
    `رقم الطلب: W-${code.replaceAll(" ", "")}`,
  ]);
}

describe("References of leads", () => {
  const random = createRandom(13);
  const references = Array.from({ length: RUNS }, (_, i) => createLeadReference(random, i % 10));

  it("are short and have no characters that look alike, and no vowels", () => {
    for (const reference of references) expect(reference).toMatch(/^W-[0-9CDFHJKMNPQRTVXY]{4,6}$/);
    expect(createLeadReference(random, 0)).toHaveLength(6);
  });

  it("are longer after three that were taken, and never longer than six characters", () => {
    const lengths = [0, 2, 3, 6, 8].map(
      (attempt) => createLeadReference(random, attempt).length - 2,
    );
    expect(lengths).toEqual([4, 4, 5, 6, 6]);
  });

  it("are found however they are typed or pasted", () => {
    for (const reference of references) {
      const typed = distort(random, reference);
      expect(findLeadReference(typed)?.reference, typed).toBe(reference);
    }
  });
});

describe("A search for a lead", () => {
  it.each([
    ["w7k3f", "W-7K3F"],
    ["7k3f", "W-7K3F"],
    ["W 7K 3F", "W-7K3F"],
    ["w٧k٣f", "W-7K3F"],
    ["wO1lz", "W-0112"],
    ["EO-1042", "EO-1042"],
    ["eo 1042", "EO-1042"],
  ])("reads %s as %s", (typed, reference) => {
    expect(findLeadReference(typed)?.reference).toBe(reference);
  });

  it.each(["carrelage vert", "vert", "watts", "", "W-", "W-ABCD", "\0", "١", "💧".repeat(9)])(
    "finds none in %j",
    (typed) => {
      expect(findLeadReference(typed)).toBeNull();
    },
  );

  it("is not certain of a text that may be a dimension", () => {
    expect(findLeadReference("60x60")).toEqual({ reference: "W-60X60", isCertain: false });
    expect(findLeadReference("Demande W-7K3F")).toEqual({ reference: "W-7K3F", isCertain: true });
  });

  it("takes any text without failing or hanging", () => {
    const random = createRandom(7);
    const pieces = [
      "w",
      "W-",
      " ",
      "-",
      "0",
      "7k",
      "é",
      "\u200f",
      "م",
      "\ud800",
      "https://w-1234",
      "\n",
    ];
    for (let run = 0; run < RUNS; run++) {
      const typed = Array.from({ length: 1 + random(40) }, () => pick(random, pieces)).join("");
      const found = findLeadReference(typed);
      if (found) expect(found.reference).toMatch(/^(?:W-[0-9CDFHJKMNPQRTVXY]{4,6}|EO-\d{1,9})$/);
    }
    const start = performance.now();
    findLeadReference("w- ".repeat(700));
    findLeadReference("w".repeat(2_000));
    findLeadReference("-".repeat(2_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
