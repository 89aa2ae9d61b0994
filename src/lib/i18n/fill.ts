import { lookup } from "@/lib/lookup";

/** `fill("ouvre à {time}", { time: "09:00" })`. A placeholder without a value is left in the text. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(lookup(values, name) ?? whole),
  );
}
