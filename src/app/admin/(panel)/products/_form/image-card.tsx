"use client";

import { ArrowLeft, ArrowRight, Star, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import sortable from "@/app/admin/_components/sortable.module.css";
import { ResponsiveImage } from "@/ui/responsive-image";
import { useProductForm } from "./form-context";
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
      <div className={styles.picture}>
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
        <Tool
          label={`Photo ${number} : avancer`}
          disabled={index === 0}
          onClick={() => onMove(index, index - 1)}
        >
          <ArrowLeft aria-hidden="true" size={18} />
        </Tool>
        <Tool
          label={`Photo ${number} : reculer`}
          disabled={index === count - 1}
          onClick={() => onMove(index, index + 1)}
        >
          <ArrowRight aria-hidden="true" size={18} />
        </Tool>
        <Tool
          label={`Photo ${number} : choisir comme principale`}
          pressed={image.isPrimary}
          onClick={onPrimary}
        >
          <Star aria-hidden="true" size={18} fill={image.isPrimary ? "currentColor" : "none"} />
        </Tool>
        <Tool label={`Retirer la photo ${number}`} onClick={onRemove}>
          <Trash2 aria-hidden="true" size={18} />
        </Tool>
      </div>
      <ImageDescription index={index} />
    </>
  );
}

interface ToolProps {
  label: string;
  disabled?: boolean;
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, disabled = false, pressed, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className={sortable.move}
      disabled={disabled}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
      <span className="visually-hidden">{label}</span>
    </button>
  );
}
