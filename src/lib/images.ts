/** Widths in which every picture stands ready; made when it enters, never at request time. */
export const IMAGE_WIDTHS = [320, 640, 960, 1280] as const;
const WIDEST = "/1280.webp";

/**
 * What `<img>` needs to choose among the ready variants of a picture, given the address of the widest.
 * Variants above `most` pixels are left out, for places that no screen makes so wide.
 */
export function getImageSources(url: string, most = Infinity): { src: string; srcSet?: string } {
  if (!url.endsWith(WIDEST)) return { src: url };
  const base = url.slice(0, -WIDEST.length);
  const widths = IMAGE_WIDTHS.filter((width) => width <= most);
  return {
    src: `${base}/640.webp`,
    srcSet: widths.map((width) => `${base}/${width}.webp ${width}w`).join(", "),
  };
}

/** The 1200 × 630 JPEG of a picture, for link previews. */
export function getPreviewImageUrl(url: string): string {
  return url.endsWith(WIDEST) ? `${url.slice(0, -WIDEST.length)}/preview.jpg` : url;
}
