"use client";

import { ImagePlus } from "lucide-react";
import { useId, useRef } from "react";
import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import menu from "@/app/admin/_components/menu.module.css";
import { positionPopover } from "@/app/admin/_components/position-popover";
import { UserText } from "@/app/admin/_components/user-text";
import { ResponsiveImage } from "@/ui/responsive-image";
import { useProductForm } from "./form-context";
import styles from "./photo-picker.module.css";
import type { ValuePath } from "./product-options";

/** Chooses which of the product's photos customers see with this value. */
export function PhotoPicker({ at, title }: { at: ValuePath; title: string }) {
  const { form } = useProductForm();
  const [images, chosen] = useWatch({
    control: form.control,
    name: ["images", `${at}.imageUrl`],
  });
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const choose = (url: string) => {
    form.setValue(`${at}.imageUrl`, url, { shouldDirty: true });
    sheet.current?.hidePopover();
    opener.current?.focus();
  };
  const shown = images.find(({ url }) => url === chosen);
  const place = shown ? images.indexOf(shown) + 1 : 0;
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={styles.photo}
        popoverTarget={id}
        aria-haspopup="dialog"
      >
        {shown ? (
          <ResponsiveImage url={shown.url} alt="" width={44} height={44} sizes="44px" />
        ) : (
          <ImagePlus aria-hidden="true" size={18} />
        )}
        <span className="visually-hidden">
          Photo pour <UserText text={title} /> : {shown ? `photo ${place}` : "aucune"}
        </span>
      </button>
      <div
        ref={sheet}
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
            {shown && (
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
