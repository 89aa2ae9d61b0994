"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { isTyping, SEQUENCE_MS } from "@/app/admin/_components/page/keyboard";
import { navigateUnlessBlocked } from "@/app/admin/_components/page/use-leave-guard";
import { lookup } from "@/lib/lookup";
import type { NavigationEntry } from "../navigation";
import { ShortcutList } from "./shortcut-list";

const Palette = dynamic(() => import("./palette").then(({ Palette }) => Palette), { ssr: false });

interface Props {
  entries: readonly NavigationEntry[];
  mayCreate: boolean;
}

type OpenDialog = "palette" | "shortcuts" | null;

/** Global shortcuts: Ctrl+K opens the palette, `g` and a letter a page, `/` focuses the search, `?` lists the shortcuts. */
export function CommandCentre({ entries, mayCreate }: Props) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const router = useRouter();
  const leaderAt = useRef(0);
  useEffect(() => {
    const run = (command: Exclude<KeyCommand, "leader" | null>) => {
      if (command === "search") focusSearch();
      else if (typeof command === "string") setDialog(command);
      else navigateUnlessBlocked(command.href, (href) => router.push(href));
    };
    function onKey(event: KeyboardEvent) {
      const isAfterLeader = Date.now() - leaderAt.current < SEQUENCE_MS;
      const command = toCommand(event, isAfterLeader ? entries : [], mayCreate);
      leaderAt.current = command === "leader" ? Date.now() : 0;
      if (command === null || command === "leader") return;
      event.preventDefault();
      run(command);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [entries, mayCreate, router]);
  const close = () => setDialog(null);
  return (
    <>
      {dialog === "palette" && <Palette entries={entries} mayCreate={mayCreate} onClose={close} />}
      <ShortcutList
        open={dialog === "shortcuts"}
        entries={entries}
        mayCreate={mayCreate}
        onClose={close}
      />
    </>
  );
}

type KeyCommand = "palette" | "shortcuts" | "search" | "leader" | { href: string } | null;

/** Maps a key to its command. `reachable` are the pages that a letter opens: none unless `g` was pressed just before. */
function toCommand(
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
  return lookup(SINGLE_KEYS, event.key) ?? null;
}

const SINGLE_KEYS: Record<string, KeyCommand> = { g: "leader", "?": "shortcuts", "/": "search" };

function focusSearch(): void {
  const search = document.querySelector<HTMLInputElement>("main input[type=search]");
  search?.focus();
  search?.select();
}
