"use client";

import { type ComponentType, useEffect, useState } from "react";
import { type Choice, VISITOR_COOKIE } from "@/domain/consent/rules";
import type { ConsentWording } from "@/domain/consent/wordings";
import { opensNewTab } from "@/ui/link";
import type { ConsentBannerProps } from "./consent-banner";
import { readChoice, readCookie } from "./stored-choice";

type Props = Pick<ConsentBannerProps, "locale" | "wording" | "question">;

/** Decides in the browser whether to ask for consent. The banner's code loads only when it is shown. */
export function ConsentLoader(props: Props) {
  const { wording } = props;
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
      // After a refusal there is nothing to end, but for the id of an earlier consent.
      const isApplied = choice === "refused" && readCookie(VISITOR_COOKIE) === undefined;
      if (choice === null) show(null);
      else if (!isApplied) applyChoice(choice, wording);
    };
    if (document.readyState === "complete") start();
    else addEventListener("load", start);
    document.addEventListener("click", handleClick);
    return () => {
      removeEventListener("load", start);
      document.removeEventListener("click", handleClick);
    };
  }, [wording]);

  return Banner && <Banner {...props} opener={opener} onClose={() => setBanner(null)} />;
}

function applyChoice(choice: Choice, wording: ConsentWording): void {
  import("./save-choice").then(
    (loaded) => loaded.applyChoice(choice, wording),
    () => undefined,
  );
}
