import { expect, it } from "vitest";
import { unchangedErrors } from "@/app/admin/_components/fields/unchanged-errors";

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

it("preserves the errors of fields with an unchanged value", () => {
  expect(unchangedErrors(errors, refused, structuredClone(refused))).toEqual(errors);
});

it("drops the errors of a changed field and of its list, and no others", () => {
  const present = structuredClone(refused);
  present.hours.monday[0] = { open: "09:00", close: "8" };
  expect(Object.keys(unchangedErrors(errors, refused, present))).toEqual([
    "phone",
    "blocks.0.url",
    "name",
  ]);
});

it("preserves errors of fields that the form does not have", () => {
  expect(unchangedErrors({ constructor: "x" }, refused, { ...refused, phone: "" })).toEqual({
    constructor: "x",
  });
});
