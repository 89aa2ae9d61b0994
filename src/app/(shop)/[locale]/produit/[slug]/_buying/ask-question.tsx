"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { ContactDictionary } from "@/content/contact-form";
import { CONTACT_MAX_LENGTH } from "@/domain/messaging/contact/limits";
import type { ShopSettings } from "@/domain/settings/schema";
import type { Locale } from "@/lib/i18n/locale";
import { abbreviate } from "@/lib/input/text";
import type {
  ContactForm,
  ContactProduct,
} from "../../../../_components/contact-form/contact-form";
import styles from "./product-choice.module.css";

export interface Question extends Pick<ShopSettings, "hours" | "exceptions"> {
  locale: Locale;
  product: ContactProduct;
  /** The contact page with this product, for browsers without JavaScript. */
  href: string;
}

interface Props {
  /** The buttons beside this one; on a phone they share a bar at the bottom of the screen. */
  primary: ReactNode;
  /** Whether this button stands before the others. */
  isFirst: boolean;
  question: Question;
  label: string;
  subject: string;
  whatsapp: string;
}

interface LoadedForm {
  Form: typeof ContactForm;
  words: ContactDictionary;
}

async function loadForm(locale: Locale): Promise<LoadedForm | null> {
  const parts = await Promise.all([
    import("../../../../_components/contact-form/contact-form"),
    import("@/content/contact-form"),
  ]).catch(() => null);
  return parts && { Form: parts[0].ContactForm, words: parts[1].contactDictionaries[locale] };
}

/** Opens the contact form in place. The form's code is loaded on the first click, not with the page. */
export function AskQuestion({
  primary,
  isFirst,
  question: { href, ...question },
  label,
  subject,
  whatsapp,
}: Props) {
  const [form, setForm] = useState<LoadedForm | null>(null);
  const [isOpen, setOpen] = useState(false);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen && form) section.current?.focus();
  }, [isOpen, form]);

  async function open(): Promise<void> {
    setOpen(true);
    const loaded = await loadForm(question.locale);
    if (loaded) setForm(loaded);
    else location.assign(href);
  }

  function onClick(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (isOpen) setOpen(false);
    else void open();
  }

  return (
    <>
      <div className={styles.actions}>
        {!isFirst && primary}
        <a
          href={href}
          rel="nofollow"
          className="button"
          data-variant="quiet"
          aria-expanded={isOpen}
          aria-controls="question"
          onClick={onClick}
        >
          {label}
        </a>
        {isFirst && primary}
      </div>
      <section
        id="question"
        ref={section}
        aria-label={label}
        tabIndex={-1}
        hidden={!isOpen}
        className={styles.question}
      >
        {form && (
          <form.Form
            {...question}
            words={form.words}
            subject={abbreviate(subject, CONTACT_MAX_LENGTH.subject)}
            whatsapp={whatsapp}
          />
        )}
      </section>
    </>
  );
}
