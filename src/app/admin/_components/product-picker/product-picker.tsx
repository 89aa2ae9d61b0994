"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { formatPrice } from "@/lib/format/format";
import { useCombobox } from "@/ui/combobox/use-combobox";
import { useTypedAnswer } from "@/ui/combobox/use-typed-answer";
import { ResponsiveImage } from "@/ui/responsive-image";
import { TextField } from "../fields/fields";
import { MissingPhoto } from "../missing-photo";
import { UserText } from "../text/user-text";
import { findProducts } from "./find-products";
import styles from "./product-picker.module.css";

const SEARCH = { load: findProducts, delayMs: 200 };
const MAX_OPTIONS = 8;

interface Props {
  label: string;
  name: string;
  hint?: ReactNode;
  /** The products that are picked already. */
  excludedIds: readonly string[];
  onPick: (product: StaffProductRow) => void;
}

/** A combobox that finds the products that customers see, by name or reference. A picked product empties the field. */
export function ProductPicker({ label, name, hint, excludedIds, onPick }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const found = useTypedAnswer(text, SEARCH);
  const isAnswered = text.trim() !== "" && found?.text === text;
  const products = (text.trim() === "" ? [] : (found?.answer ?? []))
    .filter((product) => product.isVisible && !excludedIds.includes(product.id))
    .slice(0, MAX_OPTIONS);
  const activeId = useCombobox({
    field,
    list,
    listId: products.length > 0 ? id : null,
    isOpen,
    onToggle: setOpen,
    onClear: () => setText(""),
  });
  const pick = (product: StaffProductRow) => {
    onPick(product);
    setText("");
    setOpen(false);
  };
  return (
    <div className={styles.picker}>
      <TextField
        ref={field}
        label={label}
        name={name}
        hint={hint}
        type="search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          // Otherwise Enter would submit the form around the field.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <div className={styles.popup} ref={list}>
        {isOpen && products.length > 0 && (
          <ProductOptions
            id={id}
            label={label}
            products={products}
            activeId={activeId}
            onPick={pick}
          />
        )}
      </div>
      <p role="status" className={styles.status}>
        {isOpen && isAnswered && products.length === 0
          ? "Aucun autre produit publié de ce nom."
          : ""}
      </p>
    </div>
  );
}

interface OptionsProps {
  id: string;
  label: string;
  products: readonly StaffProductRow[];
  activeId: string | null;
  onPick: (product: StaffProductRow) => void;
}

function ProductOptions({ id, label, products, activeId, onPick }: OptionsProps) {
  return (
    <div
      role="listbox"
      id={id}
      aria-label={label}
      tabIndex={-1}
      className={styles.list}
      // Keeps the focus in the field when an option is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {products.map((product) => {
        const optionId = `${id}-${product.id}`;
        return (
          <button
            key={product.id}
            type="button"
            id={optionId}
            role="option"
            aria-selected={optionId === activeId}
            tabIndex={-1}
            className={styles.option}
            onClick={() => onPick(product)}
          >
            <ProductSummary product={product} />
          </button>
        );
      })}
    </div>
  );
}

function ProductSummary({ product }: { product: StaffProductRow }) {
  const { name, sku, price, image } = product;
  return (
    <>
      <span className={styles.thumb}>
        {image ? (
          <ResponsiveImage
            url={image.url}
            alt=""
            width={56}
            height={42}
            sizes="56px"
            maxWidth={320}
          />
        ) : (
          <MissingPhoto />
        )}
      </span>
      <span className={styles.name}>
        <UserText text={name} />
        {sku && <small dir="ltr">{sku}</small>}
      </span>
      <small>{price === null ? "Prix sur demande" : formatPrice(price, "fr")}</small>
    </>
  );
}
