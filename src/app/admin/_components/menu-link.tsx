"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link of the menu, which is on every page. It prefetches its page on hover, focus or touch: prefetching each page of the menu would
 * make the server render a dozen pages for the one that is opened.
 */
export function MenuLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  const [isNear, setNear] = useState(false);
  const prefetch = () => setNear(true);
  return (
    <Link
      {...props}
      prefetch={isNear ? null : false}
      onMouseEnter={prefetch}
      onFocus={prefetch}
      onTouchStart={prefetch}
    />
  );
}
