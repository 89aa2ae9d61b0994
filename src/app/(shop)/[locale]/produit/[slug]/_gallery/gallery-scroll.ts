/** Scrolls the gallery's track to an image without scrolling the page. */
export function scrollGalleryTo(url: string | null | undefined): void {
  if (!url) return;
  const slide = document.querySelector(`[data-slide][href="${CSS.escape(url)}"]`);
  const track = slide?.closest("[data-track]");
  if (!slide || !track) return;
  const side = document.dir === "rtl" ? "right" : "left";
  const left = slide.getBoundingClientRect()[side] - track.getBoundingClientRect()[side];
  track.scrollBy({ left });
}
