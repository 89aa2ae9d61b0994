/** Makes the address of a stored image absolute, so that it opens from a spreadsheet. */
export function buildImageAddress(appUrl: string): (url: string) => string {
  return (url) => new URL(url, appUrl).href;
}

/** Finds the image of the shop that an address of a file names, whatever the host. */
export function findImageByAddress<I extends { key: string }>(
  address: string,
  images: readonly I[],
): I | undefined {
  const [, key] = /\/([0-9a-f]{32})\/[^/]+$/.exec(address) ?? [];
  return key === undefined ? undefined : images.find((image) => image.key === key);
}
