/** Widths in pixels of the variants that the upload generates. */
export const IMAGE_WIDTHS = [320, 640, 960, 1280] as const;
const WIDEST_FILE = "/1280.webp";

/** The `src` and `srcSet` of an image, from the URL of its widest variant. Variants above `maxWidth` pixels are left out. */
export function getImageSources(
  url: string,
  maxWidth = Infinity,
): { src: string; srcSet?: string } {
  if (!url.endsWith(WIDEST_FILE)) return { src: url };
  const base = url.slice(0, -WIDEST_FILE.length);
  const widths = IMAGE_WIDTHS.filter((width) => width <= maxWidth);
  return {
    src: `${base}/640.webp`,
    srcSet: widths.map((width) => `${base}/${width}.webp ${width}w`).join(", "),
  };
}

/** The URL of the 1200 × 630 JPEG for link previews. */
export function getPreviewImageUrl(url: string): string {
  return url.endsWith(WIDEST_FILE) ? `${url.slice(0, -WIDEST_FILE.length)}/preview.jpg` : url;
}
