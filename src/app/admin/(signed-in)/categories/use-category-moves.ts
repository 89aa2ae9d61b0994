"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toastError } from "@/app/admin/_components/dialogs/toast";
import {
  type CategoryPlace,
  formatVisibilityLoss,
  getVisibilityLoss,
  listChildren,
} from "@/domain/catalogue/categories/rules";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { api } from "@/lib/http/api-client";

type MovePlan = (categories: readonly StaffCategory[]) => CategoryPlace[] | null;

/**
 * Keeps the category tree and its moves. A move is shown optimistically, saved after the earlier ones, announced once saved,
 * and reverted if the server refuses it.
 */
export function useCategoryMoves(categories: StaffCategory[]) {
  const router = useRouter();
  const [shown, setShown] = useState(categories);
  const [announcement, setAnnouncement] = useState("");
  const latest = useRef(categories);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  function show(tree: StaffCategory[]): void {
    latest.current = tree;
    setShown(tree);
    // Otherwise the router cache would show the first tree when the user returns to this page.
    router.refresh();
  }

  async function reload(): Promise<void> {
    show(await api<StaffCategory[]>("/api/admin/categories"));
  }

  async function save(id: string, plan: MovePlan): Promise<void> {
    const before = latest.current;
    const places = plan(before);
    if (!places || places.length === 0) {
      if (!places) setAnnouncement("La catégorie ne peut pas aller là : trois niveaux au plus.");
      return;
    }
    const placeById = new Map(places.map((place) => [place.id, place]));
    const after = before.map((category) => ({ ...category, ...placeById.get(category.id) }));
    const hiding = getVisibilityLoss(before, after);
    if (
      hiding.products > 0 &&
      !window.confirm(`${formatVisibilityLoss(hiding)} Déplacer quand même ?`)
    ) {
      setAnnouncement("La catégorie est restée à sa place.");
      return;
    }
    setShown(after);
    const versions = new Map(before.map((category) => [category.id, category.version]));
    const items = places.map((place) => ({ ...place, version: versions.get(place.id) }));
    try {
      const path = "/api/admin/categories/order";
      show(await api<StaffCategory[]>(path, { method: "POST", body: { items } }));
      setAnnouncement(describePlace(after, id));
    } catch (error) {
      setShown(before);
      setAnnouncement("La catégorie est revenue à sa place.");
      toastError(error);
      await reload().catch(() => undefined);
    }
  }

  function move(id: string, plan: MovePlan): void {
    queue.current = queue.current.then(() => save(id, plan));
  }

  return { shown, announcement, move, reload };
}

/** Returns "Robinetterie : place 2 sur 4 dans Sanitaire." */
function describePlace(categories: readonly StaffCategory[], id: string): string {
  const category = categories.find((candidate) => candidate.id === id);
  if (!category) return "";
  const siblings = listChildren(categories, category.parentId);
  const place = siblings.findIndex((sibling) => sibling.id === id) + 1;
  const parent = categories.find((candidate) => candidate.id === category.parentId);
  const where = parent ? `dans ${parent.name}` : "au premier niveau";
  return `${category.name} : place ${place} sur ${siblings.length} ${where}.`;
}
