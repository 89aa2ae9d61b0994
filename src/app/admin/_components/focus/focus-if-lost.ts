/** Focuses a heading where the element in focus was removed from the page. */
export function focusIfLost(target: string, options?: FocusOptions): void {
  if (document.activeElement !== document.body) return;
  // Not one of a closed dialog.
  const headings = [...document.querySelectorAll<HTMLElement>(target)];
  const heading = headings.find((each) => each.checkVisibility());
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus(options);
}
