"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type RefObject, useEffect, useRef, useTransition } from "react";
import { opensNewTab } from "@/ui/link";
import { setPendingAddress } from "../layout/pending-address";
import { useFilterGroups } from "./filters/use-filter-groups";

interface Props {
  /** The address of the rendered list; it changes when the next list has been rendered. */
  address: string;
  /** The text that screen readers announce when the list has changed. */
  announcement: string;
  className: string | undefined;
  children: ReactNode;
}

interface Change {
  name: string;
  value: string;
  /** The address of the requested list. */
  href: string;
  sheetOpen: boolean;
}

/** The control that changed the list. Module state, because the filtered page is another route and remounts the component. */
let pendingChange: Change | null = null;
/** The label of a list link clicked while the list was loading; it is followed in the new list. */
let queuedLinkLabel: string | null = null;
let announcer: HTMLElement | null = null;

/** Applies each filter at once and keeps the place in the page. Without JavaScript the filters are a form and the rest are links. */
export function ListingNavigation({ address, announcement, className, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useFilterGroups(root);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new list, even with the same count.
  useEffect(() => {
    const list = root.current;
    if (pendingChange && list) resume(list, pendingChange, announcement);
    pendingChange = null;
    if (queuedLinkLabel && list) followLink(list, queuedLinkLabel);
    queuedLinkLabel = null;
  }, [address, announcement]);

  // Must stay below the effect above: it clears the queued link when no new list arrives.
  const isPending = useListEvents(root);

  return (
    <div ref={root} className={className} aria-busy={isPending}>
      {children}
    </div>
  );
}

/** Navigates when a filter, the sort order or a list link changes; true while the next list is loading. */
function useListEvents(root: RefObject<HTMLDivElement | null>): boolean {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    const list = root.current;
    if (!list) return;
    const requestForm = (form: HTMLFormElement, name: string, value: string) => {
      const href = buildFormHref(form);
      if (href === (pendingChange?.href ?? location.pathname + location.search)) return;
      navigate({ name, value, href, sheetOpen: isOpen(findSheet(list)) });
    };
    const navigate = (target: Change) => {
      pendingChange = target;
      queuedLinkLabel = null;
      setPendingAddress(target.href);
      startTransition(() => router.push(target.href, { scroll: false }));
    };
    const change = ({ target }: Event) => {
      const field = target as HTMLInputElement;
      if (field.form && field.form === findForm(list))
        requestForm(field.form, field.name, field.value);
    };
    const submit = (event: Event) => {
      event.preventDefault();
      findSheet(list)?.hidePopover?.();
      requestForm(event.target as HTMLFormElement, "", "");
    };
    const click = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a");
      if (!link || !isListLink(link, list) || opensNewTab(event)) return;
      if (list.getAttribute("aria-busy") === "true") queuedLinkLabel = getLabel(link);
      else if (link.dataset.keepsPlace === undefined) return;
      else navigate({ name: "", value: "", href: link.pathname + link.search, sheetOpen: false });
      event.preventDefault();
      // Otherwise Next's Link would navigate too.
      event.stopPropagation();
    };
    const closeSheet = (event: Event) => {
      if (pendingChange && (event as ToggleEvent).newState === "closed")
        pendingChange.sheetOpen = false;
    };
    list.dataset.live = "";
    // `beforetoggle` does not bubble, so it is listened to in the capture phase.
    list.addEventListener("beforetoggle", closeSheet, true);
    list.addEventListener("change", change);
    list.addEventListener("submit", submit);
    list.addEventListener("click", click);
    return () => {
      list.removeEventListener("beforetoggle", closeSheet, true);
      list.removeEventListener("change", change);
      list.removeEventListener("submit", submit);
      list.removeEventListener("click", click);
    };
  }, [root, router]);

  useEffect(() => {
    if (isPending) return () => setPendingAddress(null);
    queuedLinkLabel = null;
    return undefined;
  }, [isPending]);

  return isPending;
}

/** Focuses the changed field, or the count when the field is gone, and announces the count. */
function resume(list: HTMLElement, { name, value, sheetOpen }: Change, announcement: string): void {
  const sheet = findSheet(list);
  if (sheet && sheetOpen && !isOpen(sheet)) {
    sheet.dataset.stays = "";
    sheet.showPopover?.();
  }
  const field =
    findField(findForm(list), name, value) ?? list.querySelector<HTMLElement>("[data-count]");
  field?.focus({ preventScroll: true });
  announce(announcement);
}

/** True for a link to the same list with other filters, order or page. */
function isListLink(link: HTMLAnchorElement, list: HTMLElement): boolean {
  const form = findForm(list);
  return form !== null && new URL(form.action).pathname === link.pathname;
}

/** Follows the link with this label in the new list, if the list has one. */
function followLink(list: HTMLElement, label: string): void {
  const links = Array.from(list.querySelectorAll("a"));
  links.find((link) => getLabel(link) === label)?.click();
}

function getLabel(link: HTMLAnchorElement): string {
  return link.getAttribute("aria-label") ?? link.textContent ?? "";
}

function findForm(root: HTMLElement): HTMLFormElement | null {
  return root.querySelector("form");
}

function findSheet(root: HTMLElement): HTMLElement | null {
  return root.querySelector("[popover]");
}

function isOpen(sheet: HTMLElement | null): boolean {
  return (
    sheet !== null && CSS.supports("selector(:popover-open)") && sheet.matches(":popover-open")
  );
}

function buildFormHref(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") query.append(name, value);
  }
  return new URL(form.action).pathname + (query.size > 0 ? `?${query}` : "");
}

function findField(form: HTMLFormElement | null, name: string, value: string) {
  const fields = Array.from(form?.elements ?? []) as HTMLInputElement[];
  return fields.find(
    (field) =>
      name !== "" &&
      field.name === name &&
      (!["checkbox", "radio"].includes(field.type) || field.value === value),
  );
}

/** Uses one permanent live region: screen readers do not announce a region that is added together with its text. */
function announce(text: string): void {
  if (!announcer) {
    announcer = document.createElement("p");
    announcer.role = "status";
    announcer.className = "visually-hidden";
    document.body.append(announcer);
  }
  const region = announcer;
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
  }, 150);
}
