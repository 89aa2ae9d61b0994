"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toastError } from "@/app/admin/_components/toast";
import {
  childrenOf,
  hidingBetween,
  hidingInWords,
  type Place,
} from "@/domain/catalogue/categories/rules";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { api } from "@/lib/http/api-client";

type Planned = (categories: readonly StaffCategory[]) => Place[] | null;

/** The tree as shown, from what the page brought on; moves in it are seen at once, saved one after another, said once saved, taken back when refused. */
export function useCategoryMoves(categories: StaffCategory[]) {
  const router = useRouter();
  const [shown, setShown] = useState(categories);
  const [said, setSaid] = useState("");
  const latest = useRef(categories);
  const line = useRef<Promise<unknown>>(Promise.resolve());

  function show(tree: StaffCategory[]): void {
    latest.current = tree;
    setShown(tree);
    // For whoever comes back to this page: the router keeps what it was given first.
    router.refresh();
  }

  async function reload(): Promise<void> {
    show(await api<StaffCategory[]>("/api/admin/categories"));
  }

  async function save(id: string, plan: Planned): Promise<void> {
    const before = latest.current;
    const places = plan(before);
    if (!places || places.length === 0) {
      if (!places) setSaid("La catégorie ne peut pas aller là : trois niveaux au plus.");
      return;
    }
    const placed = new Map(places.map((place) => [place.id, place]));
    const after = before.map((category) => ({ ...category, ...placed.get(category.id) }));
    const hiding = hidingBetween(before, after);
    if (hiding.products > 0 && !window.confirm(`${hidingInWords(hiding)} Déplacer quand même ?`)) {
      setSaid("La catégorie est restée à sa place.");
      return;
    }
    setShown(after);
    const versions = new Map(before.map((category) => [category.id, category.version]));
    const items = places.map((place) => ({ ...place, version: versions.get(place.id) }));
    try {
      const path = "/api/admin/categories/order";
      show(await api<StaffCategory[]>(path, { method: "POST", body: { items } }));
      setSaid(placeInWords(after, id));
    } catch (error) {
      setShown(before);
      setSaid("La catégorie est revenue à sa place.");
      toastError(error);
      await reload().catch(() => undefined);
    }
  }

  function move(id: string, plan: Planned): void {
    line.current = line.current.then(() => save(id, plan));
  }

  return { shown, said, move, reload };
}

/** "Robinetterie : place 2 sur 4 dans Sanitaire." */
function placeInWords(categories: readonly StaffCategory[], id: string): string {
  const category = categories.find((candidate) => candidate.id === id);
  if (!category) return "";
  const siblings = childrenOf(categories, category.parentId);
  const place = siblings.findIndex((sibling) => sibling.id === id) + 1;
  const parent = categories.find((candidate) => candidate.id === category.parentId);
  const where = parent ? `dans ${parent.name}` : "au premier niveau";
  return `${category.name} : place ${place} sur ${siblings.length} ${where}.`;
}
