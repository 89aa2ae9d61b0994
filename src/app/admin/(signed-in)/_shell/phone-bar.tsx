"use client";

import { LogOut, Menu, Plus, Store } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { MenuLink } from "@/app/admin/_components/menu-link";
import { UserText } from "@/app/admin/_components/text/user-text";
import { ThemeButton } from "@/ui/theme/theme-button";
import { isWithinEntry, type NavigationEntry } from "../navigation";
import { ENTRY_ICONS } from "./entry-icons";
import styles from "./phone-bar.module.css";
import { signOut } from "./sign-out";
import { UnreadBadge } from "./unread-badge";

interface Props {
  entries: readonly NavigationEntry[];
  username: string;
  unread: number;
  mayCreate: boolean;
}

const NEW_PRODUCT = "/admin/products/new";
/** Pages in the bar, if the role may open them. If one is missing, the dashboard takes its place. */
const BAR_ICONS: readonly NavigationEntry["icon"][] = ["products", "messages"];

/** Navigation on a phone: the most used pages in a bar, all others in a sheet. */
export function PhoneBar({ entries, username, unread, mayCreate }: Props) {
  const pathname = usePathname();
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when another page opens.
  useEffect(() => setOpen(false), [pathname]);
  const [first, ...others] = getBarEntries(entries);
  const barItems = [first, ...others].filter((entry) => entry !== undefined);
  const rest = entries.filter((entry) => !barItems.includes(entry));
  const isRestCurrent = rest.some((entry) => isWithinEntry(entry, pathname));
  return (
    <>
      <nav aria-label="Navigation rapide" className={styles.bar} data-no-print>
        <ul data-plain>
          {first && <BarLink entry={first} pathname={pathname} />}
          {mayCreate && (
            <li>
              <MenuLink
                href={NEW_PRODUCT}
                className={styles.item}
                aria-current={pathname === NEW_PRODUCT ? "page" : undefined}
              >
                <span className={styles.plus}>
                  <Plus aria-hidden="true" />
                </span>
                <span className="visually-hidden">Nouveau produit</span>
              </MenuLink>
            </li>
          )}
          {others.map((entry) => (
            <BarLink key={entry.href} entry={entry} pathname={pathname}>
              {entry.icon === "messages" && <UnreadBadge count={unread} />}
            </BarLink>
          ))}
          <li>
            <button
              type="button"
              className={styles.item}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              data-current={isRestCurrent || undefined}
              onClick={() => setOpen(true)}
            >
              <Menu aria-hidden="true" />
              Plus
            </button>
          </li>
        </ul>
      </nav>
      <Modal open={isOpen} onClose={() => setOpen(false)} title="Plus" placement="bottom">
        <nav aria-label="Autres pages">
          <ul data-plain className={styles.pages}>
            {rest.map((entry) => {
              const { href, label, icon } = entry;
              const Icon = ENTRY_ICONS[icon];
              return (
                <li key={href}>
                  <MenuLink
                    href={href}
                    className={styles.page}
                    aria-current={isWithinEntry(entry, pathname) ? "page" : undefined}
                    onClick={() => setOpen(false)}
                  >
                    <Icon size={20} aria-hidden="true" />
                    {label}
                  </MenuLink>
                </li>
              );
            })}
            <li>
              <a href="/" className={styles.page} target="_blank" rel="noreferrer">
                <Store size={20} aria-hidden="true" />
                Voir la boutique
              </a>
            </li>
          </ul>
        </nav>
        <div className={styles.foot}>
          <UserText text={username} className={styles.person} />
          <ThemeButton locale="fr" />
          <button type="button" className={styles.page} onClick={() => void signOut()}>
            <LogOut size={20} aria-hidden="true" />
            Se déconnecter
          </button>
        </div>
      </Modal>
    </>
  );
}

interface LinkProps {
  entry: NavigationEntry;
  pathname: string;
  children?: ReactNode;
}

function BarLink({ entry, pathname, children }: LinkProps) {
  const { href, label, icon } = entry;
  const Icon = ENTRY_ICONS[icon];
  const isCurrent = isWithinEntry(entry, pathname) && pathname !== NEW_PRODUCT;
  return (
    <li>
      <MenuLink href={href} className={styles.item} aria-current={isCurrent ? "page" : undefined}>
        <Icon aria-hidden="true" />
        {label}
        {children && <span className={styles.count}>{children}</span>}
      </MenuLink>
    </li>
  );
}

function getBarEntries(entries: readonly NavigationEntry[]): NavigationEntry[] {
  const seesAll = BAR_ICONS.every((icon) => entries.some((entry) => entry.icon === icon));
  return entries.filter(
    ({ icon }) => BAR_ICONS.includes(icon) || (!seesAll && icon === "dashboard"),
  );
}
