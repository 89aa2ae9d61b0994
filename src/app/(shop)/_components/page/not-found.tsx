import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isSelfHosted } from "@/lib/env";
import { NOT_FOUND_MARK } from "./not-found-mark";
import { buildNotFoundMetadata, NotFoundPage } from "./not-found-page";

class PageNotFoundError extends Error {
  constructor(readonly slug: string | undefined) {
    super("There is no such page.");
  }
}

/**
 * Shows the 404 page. Next's own `notFound` sends an empty document, which the browser fills (vercel/next.js#62228), so the pages of our own
 * server render the 404 page themselves, with a mark from which the server sets the status. The page and its metadata need `orNotFound` and
 * `orNotFoundMetadata`. Products whose names resemble `slug` are shown.
 */
export function showNotFound(slug?: string): never {
  if (isSelfHosted) throw new PageNotFoundError(slug);
  notFound();
}

/** Renders the 404 page where `render` calls `showNotFound`. */
export function orNotFound<Props>(render: (props: Props) => Promise<ReactNode>) {
  return (props: Props) =>
    render(props).catch((error: unknown) => {
      if (!(error instanceof PageNotFoundError)) throw error;
      return (
        <>
          <meta {...NOT_FOUND_MARK} />
          <NotFoundPage slug={error.slug} />
        </>
      );
    });
}

export function orNotFoundMetadata<Props>(build: (props: Props) => Promise<Metadata>) {
  return (props: Props) =>
    build(props).catch((error: unknown) => {
      if (!(error instanceof PageNotFoundError)) throw error;
      return buildNotFoundMetadata();
    });
}
