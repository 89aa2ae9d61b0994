"use client";

import {
  FolderTree,
  History,
  Inbox,
  LayoutDashboard,
  LogOut,
  type LucideIcon,
  MailCheck,
  Newspaper,
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
import { UnreadBadge } from "./unread-badge";

const ICONS: Record<PanelEntry["icon"], LucideIcon> = {
  dashboard: LayoutDashboard,
  products: Package,
  categories: FolderTree,
  newsletter: Newspaper,
  messages: Inbox,
  settings: Settings,
  users: UsersRound,
  outbox: MailCheck,
  audit: History,
  account: UserRound,
};

/** Beside the page on a wide screen; a strip above it, to be pushed sideways, on a phone. */
export function Sidebar({
  entries,
  username,
  unread,
}: {
  entries: readonly PanelEntry[];
  username: string;
  /** New messages. */
  unread: number;
}) {
  const pathname = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page has another entry to be shown.
  useEffect(() => {
    list.current
      ?.querySelector("[aria-current]")
      ?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
  }, [pathname]);
  return (
    <header className={styles.sidebar}>
      <Link href="/admin/dashboard" className={styles.brand}>
        <ZelligeMark className={styles.mark} />
        <span>Gestion du magasin</span>
      </Link>
      <nav aria-label="Gestion" className={styles.nav}>
        <ul data-plain ref={list}>
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
                  {icon === "messages" && <UnreadBadge initial={unread} />}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className={styles.foot}>
        <span className={styles.person}>{username}</span>
        <a href="/" className={styles.entry} target="_blank" rel="noreferrer">
          <Store size={20} aria-hidden="true" />
          <span>Voir la boutique</span>
        </a>
        <button type="button" className={styles.entry} onClick={() => void signOut()}>
          <LogOut size={20} aria-hidden="true" />
          <span>Se déconnecter</span>
        </button>
        <ThemeButton locale="fr" />
      </div>
    </header>
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
