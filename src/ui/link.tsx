"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

type Props = Omit<ComponentProps<typeof Link>, "href" | "prefetch" | "onNavigate"> & {
  href: string;
};

/** A link that fetches its page ahead only once a person shows interest in it, and never on a thin line. */
export function ShopLink({ href, ...rest }: Props) {
  const router = useRouter();
  const prefetch = () => {
    if (!isThinLine()) router.prefetch(href);
  };
  return (
    <Link
      {...rest}
      href={href}
      prefetch={false}
      onMouseEnter={prefetch}
      onFocus={prefetch}
      onTouchStart={prefetch}
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover?.()}
    />
  );
}

function isThinLine(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? "");
}
