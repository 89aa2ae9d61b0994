"use client";

import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { ShopLink } from "@/ui/link";
import { switchPath } from "../../addresses";

/** A navigation link that sets `aria-current` for the current page ("page") and for its ancestors (true). */
export function NavLink(props: ComponentProps<typeof ShopLink>) {
  const current = switchPath(usePathname(), "fr");
  const target = switchPath(props.href, "fr");
  const isAncestor = target !== "/" && current.startsWith(`${target}/`);
  return (
    <ShopLink {...props} aria-current={current === target ? "page" : isAncestor || undefined} />
  );
}
