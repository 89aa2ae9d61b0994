"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { ContactDictionary } from "@/content/contact-form";
import { LONGEST } from "@/domain/messaging/contact/limits";
import type { ShopSettings } from "@/domain/settings/schema";
import type { Locale } from "@/lib/i18n/locale";
import { abbreviate } from "@/lib/input/text";
import type { ContactForm, ContactProduct } from "../../../_components/contact-form/contact-form";
import styles from "./product-choice.module.css";

export interface Question extends Pick<ShopSettings, "hours" | "exceptions"> {
  locale: Locale;
  product: ContactProduct;
  /** The contact page with this product: where the form is without JavaScript. */
  href: string;
}

interface Props {
  /** The button that stands before this one; on a phone both share a bar at the foot of the screen. */
  primary: ReactNode;
  question: Question;
  label: string;
  subject: string;
  whatsapp: string;
}

interface Loaded {
  Form: typeof ContactForm;
  words: ContactDictionary;
}

async function load(locale: Locale): Promise<Loaded | null> {
  const parts = await Promise.all([
    import("../../../_components/contact-form/contact-form"),
    import("@/content/contact-form"),
  ]).catch(() => null);
  return parts && { Form: parts[0].ContactForm, words: parts[1].contactDictionaries[locale] };
}

/** Opens the form in place. Its code comes when somebody asks for it, not with the page. */
export function AskQuestion({
  primary,
  question: { href, ...question },
  label,
  subject,
  whatsapp,
}: Props) {
  const [form, setForm] = useState<Loaded | null>(null);
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen && form) place.current?.focus();
  }, [isOpen, form]);

  async function open(): Promise<void> {
    setOpen(true);
    const loaded = await load(question.locale);
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
        {primary}
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
      </div>
      <section
        id="question"
        ref={place}
        aria-label={label}
        tabIndex={-1}
        hidden={!isOpen}
        className={styles.question}
      >
        {form && (
          <form.Form
            {...question}
            words={form.words}
            subject={abbreviate(subject, LONGEST.subject)}
            whatsapp={whatsapp}
          />
        )}
      </section>
    </>
  );
}
