import Link from "next/link";
import styles from "@/app/admin/_components/page/notice.module.css";

export default function NotFound() {
  return (
    <main className={styles.notice}>
      <h1>Cette page n'existe pas.</h1>
      <p>La fiche a peut-être été supprimée, ou l'adresse est incomplète.</p>
      <Link className="button" href="/admin/dashboard" prefetch={false}>
        Aller au tableau de bord
      </Link>
    </main>
  );
}
