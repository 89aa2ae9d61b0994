"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { Choice } from "@/domain/consent/rules";
import type { ConsentWording } from "@/domain/consent/wordings";
import type { Locale } from "@/lib/i18n/locale";
import { opensNewTab } from "@/ui/link";
import type { ConsentBannerProps } from "./consent-banner";
import { endConsented, startConsented } from "./consented";
import { readChoice } from "./stored-choice";

interface Props {
  locale: Locale;
  wording: ConsentWording;
}

/** Decides in the browser whether to ask for consent. The banner's code loads only when it is shown. */
export function Consent({ locale, wording }: Props) {
  const [Banner, setBanner] = useState<ComponentType<ConsentBannerProps> | null>(null);
  const [opener, setOpener] = useState<HTMLElement | null>(null);

  useEffect(() => {
    const show = (link: HTMLElement | null) => {
      setOpener(link);
      import("./consent-banner").then(
        ({ ConsentBanner }) => setBanner(() => ConsentBanner),
        () => undefined,
      );
    };
    const handleClick = (event: MouseEvent) => {
      const { target } = event;
      const link = target instanceof Element && target.closest<HTMLElement>("[data-consent]");
      if (!link || opensNewTab(event)) return;
      event.preventDefault();
      show(link);
    };
    // After the page's own images and styles.
    const start = () => {
      const choice = readChoice(wording);
      if (choice) applyChoice(choice, wording);
      else show(null);
    };
    if (document.readyState === "complete") start();
    else addEventListener("load", start);
    document.addEventListener("click", handleClick);
    return () => {
      removeEventListener("load", start);
      document.removeEventListener("click", handleClick);
    };
  }, [wording]);

  return (
    Banner && (
      <Banner locale={locale} wording={wording} opener={opener} onClose={() => setBanner(null)} />
    )
  );
}

function applyChoice(choice: Choice, wording: ConsentWording): void {
  if (choice === "refused") endConsented();
  // The connection may have failed when the person accepted.
  else if (!startConsented()) {
    import("./save-choice").then(
      ({ saveChoice }) => saveChoice(choice, wording),
      () => undefined,
    );
  }
}
