"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { getOwn } from "@/lib/own";
import { isTyping, SEQUENCE_MS } from "../../_components/keyboard";
import { navigateUnlessBlocked } from "../../_components/use-leave-guard";
import type { NavigationEntry } from "../navigation";
import { ShortcutList } from "./shortcut-list";

const Palette = dynamic(() => import("./palette").then(({ Palette }) => Palette), { ssr: false });

interface Props {
  entries: readonly NavigationEntry[];
  mayCreate: boolean;
}

type Shown = "palette" | "shortcuts" | null;

/** The panel by keyboard: Ctrl+K for the palette, `g` and a letter to go somewhere, `/` to search, `?` for the list. */
export function CommandCentre({ entries, mayCreate }: Props) {
  const [shown, setShown] = useState<Shown>(null);
  const router = useRouter();
  const leader = useRef(0);
  useEffect(() => {
    const run = (command: Exclude<KeyCommand, "leader" | null>) => {
      if (command === "search") focusSearch();
      else if (typeof command === "string") setShown(command);
      else navigateUnlessBlocked(command.href, (href) => router.push(href));
    };
    function onKey(event: KeyboardEvent) {
      const isAfterLeader = Date.now() - leader.current < SEQUENCE_MS;
      const command = commandOf(event, isAfterLeader ? entries : [], mayCreate);
      leader.current = command === "leader" ? Date.now() : 0;
      if (command === null || command === "leader") return;
      event.preventDefault();
      run(command);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [entries, mayCreate, router]);
  const close = () => setShown(null);
  return (
    <>
      {shown === "palette" && <Palette entries={entries} mayCreate={mayCreate} onClose={close} />}
      <ShortcutList
        open={shown === "shortcuts"}
        entries={entries}
        mayCreate={mayCreate}
        onClose={close}
      />
    </>
  );
}

type KeyCommand = "palette" | "shortcuts" | "search" | "leader" | { href: string } | null;

/** What a key asks for; `reachable` are the pages that a letter opens, none unless `g` came just before. */
function commandOf(
  event: KeyboardEvent,
  reachable: readonly NavigationEntry[],
  mayCreate: boolean,
): KeyCommand {
  const isControl = event.ctrlKey || event.metaKey;
  if (isControl) return event.key.toLowerCase() === "k" ? "palette" : null;
  if (event.altKey || isTyping(event.target)) return null;
  const href = reachable.find(({ key }) => key === event.key)?.href;
  if (href) return { href };
  if (event.key === "n" && mayCreate) return { href: "/admin/products/new" };
  return getOwn(SINGLE_KEYS, event.key) ?? null;
}

const SINGLE_KEYS: Record<string, KeyCommand> = { g: "leader", "?": "shortcuts", "/": "search" };

function focusSearch(): void {
  const search = document.querySelector<HTMLInputElement>("main input[type=search]");
  search?.focus();
  search?.select();
}
