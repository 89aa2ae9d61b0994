"use client";

import dynamic from "next/dynamic";
import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { ImageField } from "@/app/admin/_components/fields/image-field";
import rich from "@/app/admin/_components/rich-text/rich-text.module.css";
import { CAMPAIGN_MAX_LENGTH } from "@/domain/campaigns/limits";
import { isContactLink, isMailLink, LINK_EXAMPLES } from "@/domain/campaigns/links";
import type { Block } from "@/domain/campaigns/schema";
import { CharacterCount } from "@/ui/form/character-count";
import type { Language } from "./draft";
import { ProductsField } from "./products-field";

const RichTextEditor = dynamic(
  () =>
    import("@/app/admin/_components/rich-text/rich-text-editor").then(
      (module) => module.RichTextEditor,
    ),
  { ssr: false, loading: () => <div className={rich.waiting} aria-hidden="true" /> },
);

interface Props<B extends Block = Block> {
  block: B;
  number: number;
  language: Language;
  productNames: Record<string, string>;
  /** The error message of a field of this block. */
  getError: (field: string) => string | undefined;
  onChange: (block: Block) => void;
}

export function BlockFields({ block, ...props }: Props) {
  if (block.kind === "text") return <TextFields block={block} {...props} />;
  if (block.kind === "image") return <ImageFields block={block} {...props} />;
  if (block.kind === "button") return <ButtonFields block={block} {...props} />;
  if (block.kind === "products") {
    return (
      <ProductsField
        id={block.id}
        productIds={block.productIds}
        names={props.productNames}
        onChange={(productIds) => props.onChange({ ...block, productIds })}
      />
    );
  }
  return null;
}

type KindProps<K extends Block["kind"]> = Props<Extract<Block, { kind: K }>>;

function TextFields({ block, number, language, getError, onChange }: KindProps<"text">) {
  const id = `texte-${block.id}`;
  const error = getError(language);
  return (
    <>
      <RichTextEditor
        key={language}
        id={id}
        label={`Texte du bloc ${number}${language === "ar" ? ", en arabe" : ""}`}
        value={block[language]}
        revision={0}
        arabic={language === "ar"}
        readOnly={false}
        describedBy={error && `${id}-erreur`}
        tables={false}
        onChange={(html) => onChange({ ...block, [language]: html })}
      />
      <CharacterCount
        controlId={id}
        length={block[language].length}
        max={CAMPAIGN_MAX_LENGTH.text}
        locale="fr"
      />
      {error && (
        <p id={`${id}-erreur`} className={admin.alert}>
          {error}
        </p>
      )}
    </>
  );
}

function ImageFields({ block, language, getError, onChange }: KindProps<"image">) {
  const { id } = block;
  return (
    <>
      <ImageField
        name={`image-${id}`}
        label="Image"
        value={block.url || null}
        error={getError("url")}
        onChange={(url) => onChange({ ...block, url: url ?? "" })}
      />
      <TextField
        arabic={language === "ar"}
        label={language === "ar" ? "Description en arabe" : "Description"}
        name={`description-${id}`}
        hint="Pour ceux qui ne voient pas l'image."
        max={CAMPAIGN_MAX_LENGTH.imageDescription}
        error={getError(language)}
        value={block[language]}
        onChange={(event) => onChange({ ...block, [language]: event.target.value })}
      />
      <LinkField
        id={id}
        label="Lien de l'image"
        serverError={getError("href")}
        href={block.href}
        onChange={(href) => onChange({ ...block, href })}
      />
    </>
  );
}

function ButtonFields({ block, language, getError, onChange }: KindProps<"button">) {
  const { id } = block;
  return (
    <div className={admin.grid}>
      <TextField
        arabic={language === "ar"}
        label={language === "ar" ? "Texte du bouton en arabe" : "Texte du bouton"}
        name={`bouton-${id}`}
        max={CAMPAIGN_MAX_LENGTH.buttonText}
        error={getError(language)}
        value={block[language]}
        onChange={(event) => onChange({ ...block, [language]: event.target.value })}
      />
      <LinkField
        id={id}
        label="Adresse du bouton"
        serverError={getError("href")}
        allowsContact
        href={block.href}
        onChange={(href) => onChange({ ...block, href })}
      />
    </div>
  );
}

interface LinkProps {
  id: string;
  label: string;
  serverError: string | undefined;
  href: string;
  /** Accepts `tel:` and `mailto:` as well. */
  allowsContact?: boolean;
  onChange: (href: string) => void;
}

function LinkField({ id, label, serverError, href, allowsContact, onChange }: LinkProps) {
  const isValid = isMailLink(href) || (allowsContact && isContactLink(href));
  const isInvalid = href !== "" && !isValid;
  return (
    <TextField
      label={label}
      name={`adresse-${id}`}
      max={CAMPAIGN_MAX_LENGTH.href}
      error={isInvalid ? LINK_EXAMPLES[allowsContact ? "contact" : "web"] : serverError}
      hint={
        allowsContact
          ? "https://…, une page de la boutique comme /catalogue, tel:+212… ou mailto:…"
          : "https://… ou une page de la boutique, comme /catalogue."
      }
      dir="ltr"
      inputMode="url"
      autoComplete="off"
      value={href}
      onChange={(event) => onChange(event.target.value.trim())}
    />
  );
}
