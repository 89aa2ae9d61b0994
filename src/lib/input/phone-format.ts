/** "212524881234" → "+212 524 88 12 34". Foreign numbers are not grouped. Browsers load this file: it needs no phone metadata. */
export function formatPhone(digits: string): string {
  const [, area, ...pairs] = /^212(\d{3})(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  return area ? `+212 ${area} ${pairs.join(" ")}` : `+${digits}`;
}

/** The `tel:` link of a formatted number. */
export function phoneHref(readable: string): string {
  return `tel:${readable.replace(/[^\d+]/g, "")}`;
}
