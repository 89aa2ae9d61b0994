/** "212524881234" as people read it: "+212 524 88 12 34". Foreign numbers stay together. For browsers too: it needs no metadata. */
export function formatPhone(digits: string): string {
  const [, area, ...pairs] = /^212(\d{3})(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  return area ? `+212 ${area} ${pairs.join(" ")}` : `+${digits}`;
}

/** What `tel:` dials of a number that `formatPhone` or a setting wrote. */
export function phoneHref(readable: string): string {
  return `tel:${readable.replace(/[^\d+]/g, "")}`;
}
