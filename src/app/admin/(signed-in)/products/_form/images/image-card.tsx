"use client";

import { ArrowLeft, ArrowRight, Star, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { IconButton } from "@/app/admin/_components/icon-button";
import { ResponsiveImage } from "@/ui/responsive-image";
import { useProductForm } from "../form-context";
import { ImageDescription } from "./image-description";
import styles from "./images.module.css";

interface Props {
  handle: ReactNode;
  index: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
  onPrimary: () => void;
}

export function ImageCard({ handle, index, count, onMove, onRemove, onPrimary }: Props) {
  const { form, errors } = useProductForm();
  const image = useWatch({ control: form.control, name: `images.${index}` });
  const number = index + 1;
  const problem = errors[`images.${index}`] ?? errors[`images.${index}.url`];
  if (!image) return null;
  return (
    <>
      <div className={styles.image}>
        <ResponsiveImage
          url={image.url}
          alt={image.altText || `Photo ${number}`}
          width={image.width}
          height={image.height}
          sizes="(width < 48rem) 90vw, 18rem"
        />
        {image.isPrimary && <span className={styles.primary}>Principale</span>}
      </div>
      {problem && <p className={styles.problem}>{problem}</p>}
      <div className={styles.tools}>
        {handle}
        <IconButton
          label={`Photo ${number} : avancer`}
          disabled={index === 0}
          onClick={() => onMove(index, index - 1)}
        >
          <ArrowLeft aria-hidden="true" size={18} />
        </IconButton>
        <IconButton
          label={`Photo ${number} : reculer`}
          disabled={index === count - 1}
          onClick={() => onMove(index, index + 1)}
        >
          <ArrowRight aria-hidden="true" size={18} />
        </IconButton>
        <IconButton
          label={`Photo ${number} : choisir comme principale`}
          aria-pressed={image.isPrimary}
          onClick={onPrimary}
        >
          <Star aria-hidden="true" size={18} fill={image.isPrimary ? "currentColor" : "none"} />
        </IconButton>
        <IconButton label={`Retirer la photo ${number}`} onClick={onRemove}>
          <Trash2 aria-hidden="true" size={18} />
        </IconButton>
      </div>
      <ImageDescription index={index} />
    </>
  );
}
