"use client";

import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  FolderTree,
  GripVertical,
  type LucideIcon,
  Pencil,
  Trash2,
} from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { IconButton } from "@/app/admin/_components/icon-button";
import sortableStyles from "@/app/admin/_components/lists/sortable.module.css";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { Move } from "@/domain/catalogue/categories/rules";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { getImageSources } from "@/lib/images";
import { lookup } from "@/lib/lookup";
import styles from "./category-tree.module.css";
import { CATEGORY_ICONS } from "./icons";

interface Props {
  category: StaffCategory;
  /** Name of the hidden ancestor that also hides this category. */
  hiddenBy: string | undefined;
  /** Number of products in its subcategories. */
  productsBelow: number;
  depth: number;
  canMove: (move: Move) => boolean;
  onMove: (move: Move) => void;
  onEdit: () => void;
  onDelete: () => void;
}

const MOVES: readonly { move: Move; label: string; Icon: LucideIcon }[] = [
  { move: "up", label: "Monter", Icon: ArrowUp },
  { move: "down", label: "Descendre", Icon: ArrowDown },
  { move: "out", label: "Vers l'extérieur", Icon: ArrowLeft },
  { move: "in", label: "Vers l'intérieur", Icon: ArrowRight },
];

export function CategoryRow({
  category,
  hiddenBy,
  productsBelow,
  depth,
  canMove,
  onMove,
  onEdit,
  onDelete,
}: Props) {
  const { id, name, isActive } = category;
  const sortable = useSortable({ id, attributes: { roleDescription: "catégorie à déplacer" } });
  const isHydrated = useHydrated();
  const pressed = useRef<HTMLButtonElement | null>(null);
  // React moves the row in the DOM, which blurs the pressed button.
  useEffect(() => {
    if (document.activeElement === document.body) pressed.current?.focus();
    pressed.current = null;
  });
  const { role: _, ...described } = sortable.attributes;
  return (
    <li
      ref={sortable.setNodeRef}
      className={styles.row}
      data-depth={depth}
      data-dragging={sortable.isDragging || undefined}
      style={{
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
      }}
    >
      <IconButton
        ref={sortable.setActivatorNodeRef}
        className={sortableStyles.handle}
        label={
          <>
            Déplacer <UserText text={name} />
          </>
        }
        disabled={!isHydrated}
        {...described}
        {...sortable.listeners}
      >
        <GripVertical aria-hidden="true" size={20} />
      </IconButton>
      <CategoryImage category={category} />
      <div className={styles.title}>
        <button type="button" className={styles.name} disabled={!isHydrated} onClick={onEdit}>
          <UserText text={name} />
        </button>
        {!isActive && (
          <span className={admin.chip} data-tone="warn">
            Masquée
          </span>
        )}
        {isActive && hiddenBy && (
          <span className={admin.chip} data-tone="warn">
            Masquée par « <UserText text={hiddenBy} /> »
          </span>
        )}
        <ProductCount category={category} productsBelow={productsBelow} />
      </div>
      <fieldset className={styles.buttons} disabled={!isHydrated} aria-label={name}>
        {MOVES.map(({ move, label, Icon }) => (
          <IconButton
            key={move}
            label={
              <>
                {label} : <UserText text={name} />
              </>
            }
            aria-disabled={!canMove(move)}
            title={label}
            onClick={(event) => {
              pressed.current = event.currentTarget;
              if (canMove(move)) onMove(move);
            }}
          >
            <Icon aria-hidden="true" size={18} />
          </IconButton>
        ))}
        <IconButton
          label={
            <>
              Modifier <UserText text={name} />
            </>
          }
          title="Modifier"
          onClick={onEdit}
        >
          <Pencil aria-hidden="true" size={18} />
        </IconButton>
        <IconButton
          label={
            <>
              Supprimer <UserText text={name} />
            </>
          }
          title="Supprimer"
          onClick={onDelete}
        >
          <Trash2 aria-hidden="true" size={18} />
        </IconButton>
      </fieldset>
    </li>
  );
}

function CategoryImage({ category: { imageUrl, icon } }: { category: StaffCategory }) {
  const Icon = lookup(CATEGORY_ICONS, icon ?? "")?.Icon ?? FolderTree;
  if (!imageUrl) {
    return (
      <span className={styles.image}>
        <Icon aria-hidden="true" size={20} />
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: the variants are pre-generated; next/image would encode per request.
    <img
      {...getImageSources(imageUrl)}
      className={styles.image}
      alt=""
      width={44}
      height={44}
      sizes="44px"
      loading="lazy"
    />
  );
}

function ProductCount({ category, productsBelow }: Pick<Props, "category" | "productsBelow">) {
  const { id, name, productCount } = category;
  if (productCount === 0) {
    return (
      <span className={admin.hint}>
        {productsBelow > 0 ? `${productsBelow} dans ses sous-catégories` : "Aucun produit"}
      </span>
    );
  }
  return (
    <Link href={`/admin/products?categoryId=${id}`} className={styles.count} prefetch={false}>
      {productCount} produit{productCount > 1 && "s"}
      <span className="visually-hidden">
        {" "}
        dans <UserText text={name} />
      </span>
    </Link>
  );
}
