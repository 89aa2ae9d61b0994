/** Places an open popover below its opener and aligned to its start, or above and aligned to its end near the window edges. Focuses its first visible button or link. */
export function positionPopover(popover: HTMLElement, opener: HTMLElement | null): void {
  const anchor = opener?.getBoundingClientRect();
  if (!anchor) return;
  const { width, height } = popover.getBoundingClientRect();
  const fitsBelow = anchor.bottom + height + 8 < window.innerHeight;
  const fitsStart = anchor.left + width + 8 < window.innerWidth;
  popover.style.insetInlineStart = `${Math.max(8, fitsStart ? anchor.left : anchor.right - width)}px`;
  popover.style.insetBlockStart = `${fitsBelow ? anchor.bottom + 4 : Math.max(8, anchor.top - height - 4)}px`;
  const controls = popover.querySelectorAll<HTMLElement>("button, a[href]");
  [...controls].find((control) => control.checkVisibility())?.focus();
}
