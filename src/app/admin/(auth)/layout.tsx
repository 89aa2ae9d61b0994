import type { ReactNode } from "react";
import { ThemeButton } from "@/ui/theme/theme-button";
import { ZelligeMark } from "@/ui/zellige";
import styles from "./layout.module.css";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <main className={styles.card}>
        <p className={styles.brand}>
          <ZelligeMark className={styles.mark} />
          Equipement Ouarzazate
        </p>
        {children}
      </main>
      <ThemeButton locale="fr" />
    </div>
  );
}
