"use client";

import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { GripVertical } from "lucide-react";
import { type ReactNode, useCallback, useId, useRef } from "react";
import styles from "./sortable.module.css";

interface ListProps {
  ids: string[];
  layout: "list" | "grid";
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}

const HOW_TO = {
  draggable:
    "Espace pour prendre, les flèches pour déplacer, Espace pour poser, Échap pour renoncer.",
};

/** Rows or pictures that change places by drag, or by Space and the arrows on their handle. */
export function SortableList({ ids, layout, onMove, children }: ListProps) {
  const id = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      scrollBehavior: "auto",
    }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    const from = ids.indexOf(String(active.id));
    const to = over ? ids.indexOf(String(over.id)) : -1;
    if (from >= 0 && to >= 0 && from !== to) onMove(from, to);
  };
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={layout === "list" ? nearestInList : closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements: announcementsFor(ids),
        screenReaderInstructions: HOW_TO,
        restoreFocus: true,
      }}
    >
      <SortableContext
        items={ids}
        strategy={layout === "grid" ? rectSortingStrategy : verticalListSortingStrategy}
      >
        {children}
      </SortableContext>
    </DndContext>
  );
}

/** The arrows lay an edge of what is moved on its neighbour's edge: so a tall row passes a low one, whose centre is far. */
const nearestInList: CollisionDetection = (moved) => {
  if (moved.pointerCoordinates) return closestCenter(moved);
  const { top, bottom } = moved.collisionRect;
  const found = moved.droppableContainers.flatMap((droppableContainer) => {
    const rect = moved.droppableRects.get(droppableContainer.id);
    if (!rect) return [];
    const value = Math.min(Math.abs(rect.top - top), Math.abs(rect.bottom - bottom));
    return [{ id: droppableContainer.id, data: { droppableContainer, value } }];
  });
  return found.toSorted((one, other) => one.data.value - other.data.value);
};

function announcementsFor(ids: string[]): Announcements {
  const place = (id: string | number) => `place ${ids.indexOf(String(id)) + 1} sur ${ids.length}`;
  return {
    onDragStart: ({ active }) => `Pris à la ${place(active.id)}.`,
    onDragOver: ({ over }) => (over ? `Au-dessus de la ${place(over.id)}.` : undefined),
    onDragEnd: ({ over }) => (over ? `Posé à la ${place(over.id)}.` : "Reposé."),
    onDragCancel: () => "Rien n'a bougé.",
  };
}

interface ItemProps {
  id: string;
  className?: string | undefined;
  /** Named for those who hear it: "Déplacer la photo 2". */
  handleLabel: string;
  children: (handle: ReactNode) => ReactNode;
}

/** Positions are set on the element itself: the page's own HTML carries no styles. */
export function SortableItem({ id, className, handleLabel, children }: ItemProps) {
  const sortable = useSortable({ id, attributes: { roleDescription: "déplaçable" } });
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, isDragging } = sortable;
  const element = useRef<HTMLLIElement | null>(null);
  const attach = useCallback(
    (node: HTMLLIElement | null) => {
      element.current = node;
      setNodeRef(node);
    },
    [setNodeRef],
  );
  if (element.current) {
    element.current.style.transform = CSS.Transform.toString(sortable.transform) ?? "";
    element.current.style.transition = sortable.transition ?? "";
  }
  const { role: _role, ...described } = attributes;
  return (
    <li ref={attach} className={className} data-dragging={isDragging || undefined}>
      {children(
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={styles.handle}
          {...described}
          {...listeners}
        >
          <GripVertical aria-hidden="true" size={20} />
          <span className="visually-hidden">{handleLabel}</span>
        </button>,
      )}
    </li>
  );
}
