"use client";

import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { switchPath } from "@/lib/i18n/paths";
import { ShopLink } from "@/ui/link";

/** A link of the navigation: says whether it leads to the page one is on, or to one above it. */
export function NavLink(props: ComponentProps<typeof ShopLink>) {
  const here = switchPath(usePathname(), "fr");
  const there = switchPath(props.href, "fr");
  const isAbove = there !== "/" && here.startsWith(`${there}/`);
  return <ShopLink {...props} aria-current={here === there ? "page" : isAbove || undefined} />;
}
