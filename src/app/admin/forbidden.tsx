import Link from "next/link";
import styles from "@/app/admin/_components/page/notice.module.css";

export default function Forbidden() {
  return (
    <main className={styles.notice}>
      <h1>Cette page n'est pas ouverte à votre rôle.</h1>
      <p>Si vous en avez besoin pour votre travail, demandez à la personne qui gère les accès.</p>
      <Link className="button" href="/admin/dashboard" prefetch={false}>
        Aller au tableau de bord
      </Link>
    </main>
  );
}
