"use client";

import { LogOut, Menu, Plus, Store } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { UserText } from "@/app/admin/_components/user-text";
import { ThemeButton } from "@/ui/theme-button";
import { Modal } from "../../_components/modal";
import type { NavigationEntry } from "../navigation";
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
/** In the bar, as far as the role may see them; the dashboard fills the place of messages. */
const IN_BAR: readonly NavigationEntry["icon"][] = ["products", "messages"];

/** The navigation of a phone: what is used all day in the bar, everything else one tap away. */
export function PhoneBar({ entries, username, unread, mayCreate }: Props) {
  const pathname = usePathname();
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when another page opens.
  useEffect(() => setOpen(false), [pathname]);
  const [first, ...others] = barEntries(entries);
  const inBar = [first, ...others].filter((entry) => entry !== undefined);
  const rest = entries.filter((entry) => !inBar.includes(entry));
  const isInRest = rest.some(({ href }) => isWithin(pathname, href));
  return (
    <>
      <nav aria-label="Navigation rapide" className={styles.bar} data-no-print>
        <ul data-plain>
          {first && <BarLink entry={first} pathname={pathname} />}
          {mayCreate && (
            <li>
              <Link
                href={NEW_PRODUCT}
                className={styles.item}
                aria-current={pathname === NEW_PRODUCT ? "page" : undefined}
              >
                <span className={styles.plus}>
                  <Plus aria-hidden="true" />
                </span>
                <span className="visually-hidden">Nouveau produit</span>
              </Link>
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
              data-current={isInRest || undefined}
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
            {rest.map(({ href, label, icon }) => {
              const Icon = ENTRY_ICONS[icon];
              return (
                <li key={href}>
                  <Link
                    href={href}
                    className={styles.page}
                    aria-current={isWithin(pathname, href) ? "page" : undefined}
                    onClick={() => setOpen(false)}
                  >
                    <Icon size={20} aria-hidden="true" />
                    {label}
                  </Link>
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

function BarLink({ entry: { href, label, icon }, pathname, children }: LinkProps) {
  const Icon = ENTRY_ICONS[icon];
  const isHere = isWithin(pathname, href) && pathname !== NEW_PRODUCT;
  return (
    <li>
      <Link href={href} className={styles.item} aria-current={isHere ? "page" : undefined}>
        <Icon aria-hidden="true" />
        {label}
        {children && <span className={styles.count}>{children}</span>}
      </Link>
    </li>
  );
}

function barEntries(entries: readonly NavigationEntry[]): NavigationEntry[] {
  const seesAll = IN_BAR.every((icon) => entries.some((entry) => entry.icon === icon));
  return entries.filter(({ icon }) => IN_BAR.includes(icon) || (!seesAll && icon === "dashboard"));
}

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
