"use client";

import { LogOut, Store } from "lucide-react";
import { usePathname } from "next/navigation";
import { MenuLink } from "@/app/admin/_components/menu-link";
import { UserText } from "@/app/admin/_components/text/user-text";
import { ThemeButton } from "@/ui/theme/theme-button";
import { ZelligeMark } from "@/ui/zellige";
import { isWithinEntry, type NavigationEntry } from "../navigation";
import { ENTRY_ICONS } from "./entry-icons";
import styles from "./sidebar.module.css";
import { signOut } from "./sign-out";
import { UnreadBadge } from "./unread-badge";

interface Props {
  entries: readonly NavigationEntry[];
  username: string;
  /** Number of new messages. */
  unread: number;
  /** False on a phone, where the bottom bar replaces it. */
  hasNavigation: boolean;
}

/** Shown beside the page on a wide screen; on a phone only the brand remains. */
export function Sidebar({ entries, username, unread, hasNavigation }: Props) {
  const pathname = usePathname();
  return (
    <header className={styles.sidebar}>
      <MenuLink href="/admin/dashboard" className={styles.brand}>
        <ZelligeMark className={styles.mark} />
        <span>Gestion du magasin</span>
      </MenuLink>
      {hasNavigation && (
        <>
          <nav aria-label="Gestion" className={styles.nav}>
            <ul data-plain>
              {entries.map((entry) => {
                const { href, label, icon } = entry;
                const Icon = ENTRY_ICONS[icon];
                const isCurrent = pathname === href;
                return (
                  <li key={href}>
                    <MenuLink
                      href={href}
                      className={styles.entry}
                      aria-current={
                        isCurrent ? "page" : isWithinEntry(entry, pathname) || undefined
                      }
                    >
                      <Icon size={20} aria-hidden="true" />
                      {label}
                      {icon === "messages" && <UnreadBadge count={unread} />}
                    </MenuLink>
                  </li>
                );
              })}
            </ul>
          </nav>
          <div className={styles.foot}>
            <UserText text={username} className={styles.person} />
            <a href="/" className={styles.entry} target="_blank" rel="noreferrer">
              <Store size={20} aria-hidden="true" />
              Voir la boutique
            </a>
            <button type="button" className={styles.entry} onClick={() => void signOut()}>
              <LogOut size={20} aria-hidden="true" />
              Se déconnecter
            </button>
            <ThemeButton locale="fr" />
          </div>
        </>
      )}
    </header>
  );
}
