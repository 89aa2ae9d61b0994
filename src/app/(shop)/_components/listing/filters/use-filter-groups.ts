import { type RefObject, useEffect, useLayoutEffect } from "react";

/** The names of the groups that the customer opened. Module state, because each list is a new form, sometimes on another route. */
const openGroups = new Set<string>();

/** Keeps opened groups of filters open in the next list, and ignores the values that no product has. */
export function useFilterGroups(root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const groups = root.current?.querySelectorAll<HTMLDetailsElement>("details[data-group]") ?? [];
    for (const group of groups) {
      if (openGroups.has(group.dataset.group ?? "")) group.open = true;
    }
  });

  useEffect(() => {
    const list = root.current;
    list?.addEventListener("click", ignoreEmptyOption);
    // A toggle event does not bubble, so it is listened to in the capture phase.
    list?.addEventListener("toggle", rememberGroup, true);
    return () => {
      list?.removeEventListener("click", ignoreEmptyOption);
      list?.removeEventListener("toggle", rememberGroup, true);
    };
  }, [root]);
}

function ignoreEmptyOption(event: Event): void {
  if ((event.target as Element).matches('input[aria-disabled="true"]')) event.preventDefault();
}

function rememberGroup({ target }: Event): void {
  const { dataset, open } = target as HTMLDetailsElement;
  if (dataset.group === undefined) return;
  if (open) openGroups.add(dataset.group);
  else openGroups.delete(dataset.group);
}
