import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "@/ui/readex-pro.css";
import "@/ui/tokens.css";
import "@/ui/global.css";
import "@/ui/components.css";
import { ThemeScript } from "@/ui/theme/theme-script";
import styles from "./layout.module.css";

export const metadata: Metadata = {
  title: { template: "%s | Gestion du magasin", default: "Gestion du magasin" },
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export const viewport: Viewport = { viewportFit: "cover" };

/** A page of the build would have no nonce. */
export const dynamic = "force-dynamic";

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr" suppressHydrationWarning>
      <head>
        <ThemeScript locale="fr" />
      </head>
      <body className={styles.body}>{children}</body>
    </html>
  );
}
