import { lookup } from "@/lib/lookup";

/** `fill("ouvre à {time}", { time: "09:00" })`; a name without a value stays as it is. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(lookup(values, name) ?? whole),
  );
}
