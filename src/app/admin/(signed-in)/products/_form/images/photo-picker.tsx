"use client";

import { ImagePlus } from "lucide-react";
import { useId, useRef } from "react";
import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import menu from "@/app/admin/_components/dialogs/menu.module.css";
import { positionPopover } from "@/app/admin/_components/dialogs/position-popover";
import { UserText } from "@/app/admin/_components/text/user-text";
import { ResponsiveImage } from "@/ui/responsive-image";
import { useProductForm } from "../form-context";
import type { ValuePath } from "../options/product-options";
import styles from "./photo-picker.module.css";

/** Chooses the product image that customers see with this value. */
export function PhotoPicker({ path, title }: { path: ValuePath; title: string }) {
  const { form } = useProductForm();
  const [images, chosen] = useWatch({
    control: form.control,
    name: ["images", `${path}.imageUrl`],
  });
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const choose = (url: string) => {
    form.setValue(`${path}.imageUrl`, url, { shouldDirty: true });
    popover.current?.hidePopover();
    opener.current?.focus();
  };
  const selected = images.find(({ url }) => url === chosen);
  const number = selected ? images.indexOf(selected) + 1 : 0;
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={styles.photo}
        popoverTarget={id}
        aria-haspopup="dialog"
      >
        {selected ? (
          <ResponsiveImage url={selected.url} alt="" width={44} height={44} sizes="44px" />
        ) : (
          <ImagePlus aria-hidden="true" size={18} />
        )}
        <span className="visually-hidden">
          Photo pour <UserText text={title} /> : {selected ? `photo ${number}` : "aucune"}
        </span>
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={`Photo pour ${title}`}
        className={`${menu.menu} ${styles.photos}`}
        onToggle={(event) => {
          if (event.newState === "open") positionPopover(event.currentTarget, opener.current);
        }}
      >
        {images.length === 0 ? (
          <p className={admin.hint}>Ajoutez d'abord des photos au produit.</p>
        ) : (
          <>
            {images.map(({ url }, i) => (
              <button
                key={url}
                type="button"
                className={styles.choice}
                aria-pressed={url === chosen}
                onClick={() => choose(url)}
              >
                <ResponsiveImage
                  url={url}
                  alt={`Photo ${i + 1}`}
                  width={80}
                  height={60}
                  sizes="80px"
                />
              </button>
            ))}
            {selected && (
              <button type="button" className={styles.none} onClick={() => choose("")}>
                Aucune photo
              </button>
            )}
          </>
        )}
      </div>
    </>
  );
}
