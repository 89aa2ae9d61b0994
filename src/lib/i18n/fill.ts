import { lookup } from "@/lib/lookup";

/**
 * `fill("ouvre à {time}", { time: "09:00" })`. A placeholder without a value is left in the text. Values are texts: a count is formatted
 * with `formatNumber` first.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => lookup(values, name) ?? whole);
}
