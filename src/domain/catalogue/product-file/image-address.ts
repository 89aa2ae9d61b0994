/** Makes the address of a stored image absolute, so that it opens from a spreadsheet. */
export function buildImageAddress(appUrl: string): (url: string) => string {
  return (url) => new URL(url, appUrl).href;
}
