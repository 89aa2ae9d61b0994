"use client";

import dynamic from "next/dynamic";
import { Field } from "@/app/admin/_components/field";
import { ImageField } from "@/app/admin/_components/image-field";
import panel from "@/app/admin/_components/panel.module.css";
import rich from "@/app/admin/_components/rich-text.module.css";
import { isContactLink, isMailLink, LINK_EXAMPLES } from "@/domain/campaigns/rules";
import type { Block } from "@/domain/campaigns/schema";
import type { Language } from "./draft";
import { ProductPicker } from "./product-picker";

const RichTextEditor = dynamic(
  () => import("@/app/admin/_components/rich-text-editor").then((module) => module.RichTextEditor),
  { ssr: false, loading: () => <div className={rich.waiting} aria-hidden="true" /> },
);

interface Props<B extends Block = Block> {
  block: B;
  number: number;
  language: Language;
  productNames: Record<string, string>;
  onChange: (block: Block) => void;
}

const ARABIC = { dir: "rtl", lang: "ar" } as const;

export function BlockFields({ block, ...props }: Props) {
  if (block.kind === "text") return <TextFields block={block} {...props} />;
  if (block.kind === "image") return <ImageFields block={block} {...props} />;
  if (block.kind === "button") return <ButtonFields block={block} {...props} />;
  if (block.kind === "products") {
    return (
      <ProductPicker
        id={block.id}
        productIds={block.productIds}
        names={props.productNames}
        onChange={(productIds) => props.onChange({ ...block, productIds })}
      />
    );
  }
  return null;
}

type Of<K extends Block["kind"]> = Props<Extract<Block, { kind: K }>>;

function TextFields({ block, number, language, onChange }: Of<"text">) {
  return (
    <RichTextEditor
      key={language}
      id={`texte-${block.id}`}
      label={`Texte du bloc ${number}${language === "ar" ? ", en arabe" : ""}`}
      value={block[language]}
      revision={0}
      arabic={language === "ar"}
      readOnly={false}
      describedBy={undefined}
      tables={false}
      onChange={(html) => onChange({ ...block, [language]: html })}
    />
  );
}

function ImageFields({ block, language, onChange }: Of<"image">) {
  const { id } = block;
  return (
    <>
      <ImageField
        name={`image-${id}`}
        label="Image"
        value={block.url || null}
        onChange={(url) => onChange({ ...block, url: url ?? "" })}
      />
      <Field
        label={language === "ar" ? "Description en arabe" : "Description"}
        name={`description-${id}`}
        hint="Pour ceux qui ne voient pas l'image."
      >
        {(control) => (
          <input
            {...control}
            {...(language === "ar" && ARABIC)}
            className={panel.input}
            maxLength={200}
            value={block[language]}
            onChange={(event) => onChange({ ...block, [language]: event.target.value })}
          />
        )}
      </Field>
      <AddressField
        id={id}
        label="Lien de l'image"
        href={block.href}
        onChange={(href) => onChange({ ...block, href })}
      />
    </>
  );
}

function ButtonFields({ block, language, onChange }: Of<"button">) {
  const { id } = block;
  return (
    <div className={panel.grid}>
      <Field
        label={language === "ar" ? "Texte du bouton en arabe" : "Texte du bouton"}
        name={`bouton-${id}`}
      >
        {(control) => (
          <input
            {...control}
            {...(language === "ar" && ARABIC)}
            className={panel.input}
            maxLength={60}
            value={block[language]}
            onChange={(event) => onChange({ ...block, [language]: event.target.value })}
          />
        )}
      </Field>
      <AddressField
        id={id}
        label="Adresse du bouton"
        allowsContact
        href={block.href}
        onChange={(href) => onChange({ ...block, href })}
      />
    </div>
  );
}

interface AddressProps {
  id: string;
  label: string;
  href: string;
  /** Also `tel:` and `mailto:`. */
  allowsContact?: boolean;
  onChange: (href: string) => void;
}

function AddressField({ id, label, href, allowsContact, onChange }: AddressProps) {
  const isRight = isMailLink(href) || (allowsContact && isContactLink(href));
  const isWrong = href !== "" && !isRight;
  return (
    <Field
      label={label}
      name={`adresse-${id}`}
      error={isWrong ? LINK_EXAMPLES[allowsContact ? "contact" : "web"] : undefined}
      hint={
        allowsContact
          ? "https://…, une page de la boutique comme /catalogue, tel:+212… ou mailto:…"
          : "https://… ou une page de la boutique, comme /catalogue."
      }
    >
      {(control) => (
        <input
          {...control}
          className={panel.input}
          dir="ltr"
          inputMode="url"
          autoComplete="off"
          maxLength={1000}
          value={href}
          onChange={(event) => onChange(event.target.value.trim())}
        />
      )}
    </Field>
  );
}
