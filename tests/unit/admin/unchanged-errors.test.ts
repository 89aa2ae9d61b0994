import { expect, it } from "vitest";
import { unchangedErrors } from "@/app/admin/_components/unchanged-errors";

const refused = {
  phone: "06",
  hours: { monday: [{ open: "9", close: "8" }] },
  blocks: [{ url: "x" }],
};
const errors = {
  phone: "a",
  "hours.monday.0.open": "b",
  hours: "c",
  "blocks.0.url": "d",
  name: "e",
};

it("keeps the errors of fields that still hold what was refused", () => {
  expect(unchangedErrors(errors, refused, structuredClone(refused))).toEqual(errors);
});

it("drops the error of a field that changed, and of the list around it, and no other", () => {
  const present = structuredClone(refused);
  present.hours.monday[0] = { open: "09:00", close: "8" };
  expect(Object.keys(unchangedErrors(errors, refused, present))).toEqual([
    "phone",
    "blocks.0.url",
    "name",
  ]);
});

it("keeps errors of fields that the form does not hold", () => {
  expect(unchangedErrors({ constructor: "x" }, refused, { ...refused, phone: "" })).toEqual({
    constructor: "x",
  });
});
