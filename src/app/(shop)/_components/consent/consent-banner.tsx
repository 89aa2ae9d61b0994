import { type KeyboardEvent, useEffect, useRef } from "react";
import { CONSENT_TEXTS } from "@/content/consent";
import type { Choice } from "@/domain/consent/rules";
import type { ConsentWording } from "@/domain/consent/wordings";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { isRefusedByBrowser } from "../tracking/event-queue";
import styles from "./consent-banner.module.css";
import { saveChoice } from "./save-choice";
import { readChoice } from "./stored-choice";

export interface ConsentBannerProps {
  locale: Locale;
  wording: ConsentWording;
  /** The text of this version. */
  question: string;
  /** The link that opened the banner and gets the focus back; null when the banner opened by itself, which moves no focus. */
  opener: HTMLElement | null;
  onClose: () => void;
}

export function ConsentBanner(props: ConsentBannerProps) {
  const { locale, wording, question, opener, onClose } = props;
  const text = CONSENT_TEXTS[locale];
  const banner = useRef<HTMLElement>(null);
  useEffect(() => {
    if (opener) banner.current?.focus();
  }, [opener]);

  const close = () => {
    const hasFocus = banner.current?.contains(document.activeElement);
    onClose();
    if (hasFocus) (opener ?? document.getElementById("contenu"))?.focus({ preventScroll: true });
  };
  const choose = (choice: Choice) => {
    void saveChoice(choice, wording);
    close();
  };
  const chosen = readChoice(wording);
  const handleKey = ({ key }: KeyboardEvent) => {
    if (key === "Escape" && chosen) close();
  };
  const button = (label: string, onClick: () => void) => (
    <button type="button" className="button" data-variant="quiet" onClick={onClick}>
      {label}
    </button>
  );
  return (
    <section
      ref={banner}
      className={styles.banner}
      aria-label={text.label}
      tabIndex={-1}
      onKeyDown={handleKey}
      data-no-print
    >
      <p>
        {isRefusedByBrowser() ? text.signal : question}{" "}
        <a href={localPath(locale, "/confidentialite#cookies")}>{text.details}</a>
      </p>
      {isRefusedByBrowser() ? (
        button(text.close, close)
      ) : (
        <div className={styles.choices}>
          {chosen && <p>{text.chosen[chosen]}</p>}
          {button(text.refuse, () => choose("refused"))}
          {button(text.accept, () => choose("accepted"))}
        </div>
      )}
    </section>
  );
}
