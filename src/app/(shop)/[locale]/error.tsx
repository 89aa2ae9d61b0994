"use client";

import { usePathname } from "next/navigation";
import { failure } from "@/content/failure";
import { pathLocale } from "@/lib/i18n/paths";
import frame from "@/ui/page-frame.module.css";
import styles from "../_components/page/not-found-page.module.css";

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const words = failure[pathLocale(usePathname())];
  return (
    <div className={`${frame.frame} ${styles.page}`} role="alert">
      <h1>{words.heading}</h1>
      <p>{words.text}</p>
      <div className={styles.actions}>
        <button type="button" className="button" onClick={retry}>
          {words.retry}
        </button>
        <a href="#pied-magasin" className="button" data-variant="quiet">
          {words.call}
        </a>
      </div>
    </div>
  );
}
