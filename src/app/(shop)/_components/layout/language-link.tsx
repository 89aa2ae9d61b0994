"use client";

import { usePathname } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { switchPath } from "../../addresses";
import { getPendingAddress } from "./pending-address";

interface Props {
  to: Locale;
  className?: string | undefined;
  children: ReactNode;
}

/** Links to the current page, filters included, in the other language. A full load, because `<html>` holds language and direction. */
export function LanguageLink({ to, className, children }: Props) {
  const href = switchPath(usePathname(), to);
  const keepQuery = (event: MouseEvent<HTMLAnchorElement>) => {
    const { search } = new URL(getPendingAddress() ?? location.href, location.href);
    event.currentTarget.href = href + search + location.hash;
  };
  return (
    <a href={href} hrefLang={to} lang={to} className={className} onClick={keepQuery}>
      {children}
    </a>
  );
}
