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
import { IconButton } from "../icon-button";
import styles from "./sortable.module.css";

interface ListProps {
  ids: string[];
  layout: "list" | "grid";
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}

const INSTRUCTIONS = {
  draggable:
    "Espace pour prendre, les flèches pour déplacer, Espace pour poser, Échap pour renoncer.",
};

/** Rows or images that are reordered by dragging, or with Space and the arrow keys on the handle. */
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
      collisionDetection={layout === "list" ? closestEdge : closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements: buildAnnouncements(ids),
        screenReaderInstructions: INSTRUCTIONS,
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

/** Keyboard moves align edges, so edges are compared: by centres, a tall row would never pass a low one. */
const closestEdge: CollisionDetection = (args) => {
  if (args.pointerCoordinates) return closestCenter(args);
  const { top, bottom } = args.collisionRect;
  const found = args.droppableContainers.flatMap((droppableContainer) => {
    const rect = args.droppableRects.get(droppableContainer.id);
    if (!rect) return [];
    const value = Math.min(Math.abs(rect.top - top), Math.abs(rect.bottom - bottom));
    return [{ id: droppableContainer.id, data: { droppableContainer, value } }];
  });
  return found.toSorted((one, other) => one.data.value - other.data.value);
};

function buildAnnouncements(ids: string[]): Announcements {
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
  /** Accessible name of the drag handle: "Déplacer la photo 2". */
  handleLabel: string;
  children: (handle: ReactNode) => ReactNode;
}

/** Sets the position on the element itself, so that the server's HTML contains no style attribute. */
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
        <IconButton
          ref={setActivatorNodeRef}
          className={styles.handle}
          label={handleLabel}
          {...described}
          {...listeners}
        >
          <GripVertical aria-hidden="true" size={20} />
        </IconButton>,
      )}
    </li>
  );
}
