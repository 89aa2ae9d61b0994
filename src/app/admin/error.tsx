"use client";

import styles from "@/app/admin/_components/page/notice.module.css";

export default function AdminError({ reset }: { reset: () => void }) {
  return (
    <main className={styles.notice}>
      <h1>La page n'a pas pu s'afficher.</h1>
      <p>
        C'est de notre côté, rien de ce qui est enregistré n'est perdu. Réessayez dans un instant.
      </p>
      <button type="button" className="button" onClick={reset}>
        Réessayer
      </button>
    </main>
  );
}
