"use client";

import { VARIANTS_COOKIE } from "@/lib/cache/variants-cookie";

const PREVIEW_SECONDS = 600;

interface Props {
  path: string;
  /** The code of the variant. */
  code: string;
  label: string;
}

/** Opens the shop with a variant, for ten minutes and in this browser only. Visits of staff are not counted. */
export function PreviewLink({ path, code, label }: Props) {
  const choose = () => {
    // Not by the Cookie Store API, which older browsers do not have.
    const cookie = `${VARIANTS_COOKIE}=${code}; Path=/; Max-Age=${PREVIEW_SECONDS}; SameSite=Lax`;
    Object.assign(document, { cookie });
  };
  return (
    <a
      href={path}
      target="_blank"
      rel="noopener"
      className="button"
      data-variant="quiet"
      data-size="small"
      onClick={choose}
      onAuxClick={choose}
    >
      {label}
    </a>
  );
}
