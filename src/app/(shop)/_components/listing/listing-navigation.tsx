"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type RefObject, useEffect, useRef, useTransition } from "react";
import { opensNewTab } from "@/ui/link";
import { setPendingAddress } from "../pending-address";

interface Props {
  /** Of the list as it stands: what changes when another answer has arrived. */
  address: string;
  /** Said aloud when a choice has changed the list. */
  news: string;
  className: string | undefined;
  children: ReactNode;
}

interface Interest {
  name: string;
  value: string;
  /** Where it leads. */
  href: string;
  sheetOpen: boolean;
}

/** What the customer was at when the list changed. It outlives the component: the filtered page is another route. */
let interest: Interest | null = null;
/** The label of a link that was followed while the list was about to change: it led on from the list of before. */
let awaitedLink: string | null = null;
let announcer: HTMLElement | null = null;

/** Shows each choice at once. Without it the filters are a form with a button, and all else are links. */
export function ListingNavigation({ address, news, className, children }: Props) {
  const root = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new list, even with the same count.
  useEffect(() => {
    const list = root.current;
    if (interest && list) resume(list, interest, news);
    interest = null;
    if (awaitedLink && list) followLink(list, awaitedLink);
    awaitedLink = null;
  }, [address, news]);

  // After the effect above: it forgets a link that no new list came for.
  const isPending = useListEvents(root);

  return (
    <div ref={root} className={className} aria-busy={isPending}>
      {children}
    </div>
  );
}

/** Follows what the customer chooses; true until the list that was asked for is there. */
function useListEvents(root: RefObject<HTMLDivElement | null>): boolean {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    const list = root.current;
    if (!list) return;
    const show = (form: HTMLFormElement, name: string, value: string) => {
      const href = chosenAddress(form);
      if (href === (interest?.href ?? location.pathname + location.search)) return;
      go({ name, value, href, sheetOpen: isOpen(sheetIn(list)) });
    };
    const go = (target: Interest) => {
      interest = target;
      awaitedLink = null;
      setPendingAddress(target.href);
      startTransition(() => router.push(target.href, { scroll: false }));
    };
    const change = ({ target }: Event) => {
      const field = target as HTMLInputElement;
      if (field.form && field.form === formIn(list)) show(field.form, field.name, field.value);
    };
    const submit = (event: Event) => {
      event.preventDefault();
      sheetIn(list)?.hidePopover?.();
      show(event.target as HTMLFormElement, "", "");
    };
    const click = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a");
      if (!link || !isOfList(link, list) || opensNewTab(event)) return;
      if (list.getAttribute("aria-busy") === "true") awaitedLink = labelOf(link);
      else if (link.dataset.keepsPlace === undefined) return;
      else go({ name: "", value: "", href: link.pathname + link.search, sheetOpen: false });
      event.preventDefault();
      // The link would navigate by itself.
      event.stopPropagation();
    };
    const closeSheet = (event: Event) => {
      if (interest && (event as ToggleEvent).newState === "closed") interest.sheetOpen = false;
    };
    list.dataset.live = "";
    // Does not bubble.
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
    awaitedLink = null;
    return undefined;
  }, [isPending]);

  return isPending;
}

/** Back to the field that was changed, or to the count where it is gone, and the count said aloud. */
function resume(list: HTMLElement, { name, value, sheetOpen }: Interest, news: string): void {
  const sheet = sheetIn(list);
  if (sheet && sheetOpen && !isOpen(sheet)) {
    sheet.dataset.stays = "";
    sheet.showPopover?.();
  }
  const field =
    fieldFor(formIn(list), name, value) ?? list.querySelector<HTMLElement>("[data-count]");
  field?.focus({ preventScroll: true });
  announce(news);
}

/** Leads to the same list, narrowed otherwise or on another page. */
function isOfList(link: HTMLAnchorElement, list: HTMLElement): boolean {
  const form = formIn(list);
  return form !== null && new URL(form.action).pathname === link.pathname;
}

/** Of the new list; where it has no such link, as a list of one page has no next, the first page stays. */
function followLink(list: HTMLElement, label: string): void {
  const links = Array.from(list.querySelectorAll("a"));
  links.find((link) => labelOf(link) === label)?.click();
}

function labelOf(link: HTMLAnchorElement): string {
  return link.getAttribute("aria-label") ?? link.textContent ?? "";
}

function formIn(root: HTMLElement): HTMLFormElement | null {
  return root.querySelector("form");
}

function sheetIn(root: HTMLElement): HTMLElement | null {
  return root.querySelector("[popover]");
}

function isOpen(sheet: HTMLElement | null): boolean {
  return (
    sheet !== null && CSS.supports("selector(:popover-open)") && sheet.matches(":popover-open")
  );
}

function chosenAddress(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") query.append(name, value);
  }
  return new URL(form.action).pathname + (query.size > 0 ? `?${query}` : "");
}

function fieldFor(form: HTMLFormElement | null, name: string, value: string) {
  const fields = Array.from(form?.elements ?? []) as HTMLInputElement[];
  return fields.find(
    (field) =>
      name !== "" && field.name === name && (field.type !== "checkbox" || field.value === value),
  );
}

/** A region of its own, as one that arrives together with its text is not read out. */
function announce(news: string): void {
  if (!announcer) {
    announcer = document.createElement("p");
    announcer.role = "status";
    announcer.className = "visually-hidden";
    document.body.append(announcer);
  }
  const region = announcer;
  region.textContent = "";
  setTimeout(() => {
    region.textContent = news;
  }, 150);
}
