"use client";

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { useRef, useState } from "react";
import {
  type CategoryPlace,
  collectSubtreeIds,
  findHiddenAncestor,
  getPlacesAfterMove,
  getPlacesAfterStep,
  type Move,
  sortInTreeOrder,
} from "@/domain/catalogue/categories/rules";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { CategoryRow } from "./category-row";
import styles from "./category-tree.module.css";
import { type Drop, INDENT, projectDrop } from "./drop-projection";

interface Props {
  categories: StaffCategory[];
  onMove: (id: string, plan: (latest: readonly StaffCategory[]) => CategoryPlace[] | null) => void;
  onEdit: (id: string) => void;
  onDelete: (id: string) => void;
}

const INSTRUCTIONS = {
  draggable:
    "Espace pour prendre la catégorie, les flèches haut et bas pour la déplacer, gauche et droite pour changer de niveau, Espace pour la poser, Échap pour renoncer.",
};

/** The up and down keys move between rows, left and right between levels. */
const getCoordinates: KeyboardCoordinateGetter = (event, args) => {
  const { x, y } = args.currentCoordinates;
  if (event.code === "ArrowRight" || event.code === "ArrowLeft") {
    event.preventDefault();
    return { x: x + (event.code === "ArrowRight" ? INDENT : -INDENT), y };
  }
  const next = sortableKeyboardCoordinates(event, args);
  return next && { x, y: next.y };
};

export function CategoryTree({ categories, onMove, onEdit, onDelete }: Props) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const lastDrop = useRef<Drop | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: getCoordinates }),
  );
  const all = sortInTreeOrder(categories);
  const family = dragged ? collectSubtreeIds(categories, dragged) : null;
  const rows = all.filter(({ id }) => id === dragged || !family?.has(id));

  function project({ active, over, delta }: Pick<DragEndEvent, "active" | "over" | "delta">) {
    const id = String(active.id);
    const members = all.filter((row) => collectSubtreeIds(categories, id).has(row.id));
    const height = Math.max(...members.map(({ depth }) => depth)) - (members[0]?.depth ?? 0) + 1;
    const projected = over ? projectDrop(rows, id, String(over.id), delta.x, height) : null;
    lastDrop.current = projected;
    return projected;
  }

  function finish(event: DragEndEvent) {
    const id = String(event.active.id);
    const target = project(event);
    setDragged(null);
    setDrop(null);
    if (target) {
      onMove(id, (latest) => getPlacesAfterMove(latest, id, target.parentId, target.index));
    }
  }

  return (
    <DndContext
      id="categories"
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragMove={(event) => setDrop(project(event))}
      onDragEnd={finish}
      onDragCancel={() => {
        setDragged(null);
        setDrop(null);
      }}
      accessibility={{
        announcements: buildAnnouncements(categories, lastDrop),
        screenReaderInstructions: INSTRUCTIONS,
        restoreFocus: true,
      }}
    >
      <SortableContext items={rows.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ul className={styles.tree}>
          {rows.map((category) => (
            <CategoryRow
              key={category.id}
              category={category}
              hiddenBy={findHiddenAncestor(categories, category.id)?.name}
              productsBelow={countProductsBelow(categories, category.id)}
              depth={category.id === dragged ? (drop?.depth ?? category.depth) : category.depth}
              canMove={(move) => getPlacesAfterStep(categories, category.id, move) !== null}
              onMove={(move: Move) =>
                onMove(category.id, (latest) => getPlacesAfterStep(latest, category.id, move))
              }
              onEdit={() => onEdit(category.id)}
              onDelete={() => onDelete(category.id)}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

function countProductsBelow(categories: readonly StaffCategory[], id: string): number {
  const family = collectSubtreeIds(categories, id);
  return categories
    .filter((category) => category.id !== id && family.has(category.id))
    .reduce((sum, { productCount }) => sum + productCount, 0);
}

function buildAnnouncements(
  categories: readonly StaffCategory[],
  drop: { readonly current: Drop | null },
): Announcements {
  const getName = (id: unknown) => categories.find((category) => category.id === id)?.name ?? "";
  let last = "";
  const place = () => {
    if (!drop.current) return "";
    const { parentId, index } = drop.current;
    const where = parentId ? `dans ${getName(parentId)}` : "au premier niveau";
    return `place ${index + 1} ${where}`;
  };
  const announceOnce = () => {
    const text = place();
    if (!text || text === last) return undefined;
    last = text;
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
  };
  return {
    onDragStart: ({ active }) => `${getName(active.id)} : prise.`,
    onDragMove: announceOnce,
    onDragOver: announceOnce,
    onDragEnd: ({ active }) => `${getName(active.id)} : posée, ${place() || "à sa place"}.`,
    onDragCancel: ({ active }) => `${getName(active.id)} : reposée à sa place.`,
  };
}
