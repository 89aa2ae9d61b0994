"use client";

import {
  FolderTree,
  History,
  LayoutDashboard,
  LogOut,
  type LucideIcon,
  Menu,
  Package,
  Settings,
  Store,
  UserRound,
  UsersRound,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { api } from "@/lib/http/api-client";
import { ThemeButton } from "@/ui/theme-button";
import { ZelligeMark } from "@/ui/zellige";
import { toastError } from "../../_components/toast";
import type { PanelEntry } from "../navigation";
import styles from "./sidebar.module.css";

const ICONS: Record<PanelEntry["icon"], LucideIcon> = {
  dashboard: LayoutDashboard,
  products: Package,
  categories: FolderTree,
  settings: Settings,
  users: UsersRound,
  audit: History,
  account: UserRound,
};

/** Beside the page on a wide screen; behind a button on a phone. */
export function Sidebar({
  entries,
  username,
}: {
  entries: readonly PanelEntry[];
  username: string;
}) {
  const pathname = usePathname();
  const menu = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu.
  useEffect(() => menu.current?.removeAttribute("open"), [pathname]);
  return (
    <header className={styles.sidebar}>
      <details ref={menu} className={styles.details} name="menu">
        <summary className={styles.brand}>
          <ZelligeMark className={styles.mark} />
          <span>Gestion du magasin</span>
          <Menu className={styles.burger} aria-hidden="true" />
        </summary>
        <Entries entries={entries} pathname={pathname} username={username} />
      </details>
      <div className={styles.wide}>
        <Link href="/admin/dashboard" className={styles.brand}>
          <ZelligeMark className={styles.mark} />
          <span>Gestion du magasin</span>
        </Link>
        <Entries entries={entries} pathname={pathname} username={username} />
      </div>
    </header>
  );
}

interface EntriesProps {
  entries: readonly PanelEntry[];
  pathname: string;
  username: string;
}

function Entries({ entries, pathname, username }: EntriesProps) {
  return (
    <div className={styles.entries}>
      <nav aria-label="Gestion">
        <ul data-plain>
          {entries.map(({ href, label, icon }) => {
            const IconOfEntry = ICONS[icon];
            const isHere = pathname === href;
            return (
              <li key={href}>
                <Link
                  href={href}
                  className={styles.entry}
                  aria-current={isHere ? "page" : pathname.startsWith(`${href}/`) || undefined}
                >
                  <IconOfEntry size={20} aria-hidden="true" />
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className={styles.foot}>
        <a href="/" className={styles.entry} target="_blank" rel="noreferrer">
          <Store size={20} aria-hidden="true" />
          Voir la boutique
        </a>
        <button type="button" className={styles.entry} onClick={() => void signOut()}>
          <LogOut size={20} aria-hidden="true" />
          Se déconnecter
        </button>
        <div className={styles.person}>
          <span>{username}</span>
          <ThemeButton locale="fr" />
        </div>
      </div>
    </div>
  );
}

async function signOut() {
  try {
    await api("/api/auth/logout", { method: "POST" });
    window.location.assign("/admin/login");
  } catch (error) {
    toastError(error);
  }
}
