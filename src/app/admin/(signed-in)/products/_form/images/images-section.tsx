"use client";

import { ImagePlus } from "lucide-react";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SortableItem, SortableList } from "@/app/admin/_components/lists/sortable-list";
import { useProductForm } from "../form-context";
import { Section } from "../sections/section";
import { ImageCard } from "./image-card";
import styles from "./images.module.css";
import { UploadList } from "./upload-list";
import type { ProductImages } from "./use-image-uploads";

const TYPES = "image/jpeg,image/png,image/webp";
const MAX_IMAGES = 30;

export function ImagesSection({ images }: { images: ProductImages }) {
  const { form, errors, clearErrors } = useProductForm();
  const { fields, move, remove, queue } = images;
  const moveImage = (from: number, to: number) => {
    clearErrors("images");
    move(from, to);
  };
  const removeImage = (index: number) => {
    clearErrors("images");
    const { url, isPrimary: wasPrimary } = form.getValues(`images.${index}`);
    for (const [option, { values }] of form.getValues("variations").entries()) {
      for (const [value, { imageUrl }] of values.entries()) {
        if (imageUrl === url) form.setValue(`variations.${option}.values.${value}.imageUrl`, "");
      }
    }
    remove(index);
    if (wasPrimary && fields.length > 1) form.setValue("images.0.isPrimary", true);
  };
  const makePrimary = (index: number) => {
    for (const i of fields.keys()) form.setValue(`images.${i}.isPrimary`, i === index);
  };
  return (
    <Section
      id="photos"
      title="Photos"
      fields={["images"]}
      hint="La photo principale paraît dans les listes."
    >
      {errors.images && (
        <p className={styles.problem} id="champ-images-erreur">
          {errors.images}
        </p>
      )}
      <SortableList ids={fields.map(({ id }) => id)} layout="grid" onMove={moveImage}>
        <ol className={styles.grid} data-plain>
          {fields.map((field, index) => (
            <SortableItem
              key={field.id}
              id={field.id}
              className={styles.card}
              handleLabel={`Déplacer la photo ${index + 1}`}
            >
              {(handle) => (
                <ImageCard
                  handle={handle}
                  index={index}
                  count={fields.length}
                  onMove={moveImage}
                  onRemove={() => removeImage(index)}
                  onPrimary={() => makePrimary(index)}
                />
              )}
            </SortableItem>
          ))}
        </ol>
      </SortableList>
      <UploadList queue={queue} />
      <DropZone
        isFirst={fields.length === 0}
        isInvalid={errors.images !== undefined}
        onFiles={(files) => queue.add(files.slice(0, MAX_IMAGES))}
      />
    </Section>
  );
}

interface DropZoneProps {
  isFirst: boolean;
  isInvalid: boolean;
  onFiles: (files: File[]) => void;
}

/** A file input that also accepts dropped files. On a phone it offers the camera. */
function DropZone({ isFirst, isInvalid, onFiles }: DropZoneProps) {
  const [isDraggedOver, setDraggedOver] = useState(false);
  return (
    <label
      className={styles.zone}
      data-over={isDraggedOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setDraggedOver(true);
      }}
      onDragLeave={() => setDraggedOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDraggedOver(false);
        if (event.currentTarget.closest("fieldset:disabled")) return;
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <input
        type="file"
        id="champ-images"
        accept={TYPES}
        multiple
        aria-invalid={isInvalid || undefined}
        aria-describedby={isInvalid ? "champ-images-erreur" : undefined}
        className={styles.file}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <span className="button" data-variant="quiet">
        <ImagePlus aria-hidden="true" />
        {isFirst ? "Ajouter des photos" : "Ajouter d'autres photos"}
      </span>
      <span className={admin.hint}>
        Plusieurs à la fois, ou glissées ici. JPEG, PNG ou WebP ; elles sont réduites avant l'envoi.
      </span>
    </label>
  );
}
