/** Under its button from where that begins, or above it and up to its end near the edges of the window; a popover stands in the top layer, beside nothing. */
export function positionPopover(menu: HTMLElement, opener: HTMLElement | null): void {
  const from = opener?.getBoundingClientRect();
  if (!from) return;
  const { width, height } = menu.getBoundingClientRect();
  const below = from.bottom + height + 8 < window.innerHeight;
  const beside = from.left + width + 8 < window.innerWidth;
  menu.style.insetInlineStart = `${Math.max(8, beside ? from.left : from.right - width)}px`;
  menu.style.insetBlockStart = `${below ? from.bottom + 4 : Math.max(8, from.top - height - 4)}px`;
  menu.querySelector("button")?.focus();
}
