import type { Permission } from "@/lib/auth/permissions";

export interface NavigationEntry {
  href: string;
  label: string;
  icon:
    | "dashboard"
    | "products"
    | "categories"
    | "imports"
    | "search"
    | "analytics"
    | "messages"
    | "users"
    | "settings"
    | "newsletter"
    | "outbox"
    | "audit"
    | "account";
  /** Null if every signed-in user may open the page. */
  permission: Permission | null;
  /** Address of another page of this entry that is not below `href`. */
  otherPage?: string;
  /** Shortcut: the letter after `g`. */
  key: string;
}

/** Feeds the sidebar, the phone bar, the command palette and the keyboard shortcuts. */
export const NAVIGATION_ENTRIES: readonly NavigationEntry[] = [
  {
    href: "/admin/dashboard",
    label: "Tableau de bord",
    icon: "dashboard",
    permission: "products.read",
    key: "d",
  },
  {
    href: "/admin/products",
    label: "Produits",
    icon: "products",
    permission: "products.read",
    key: "p",
  },
  {
    href: "/admin/categories",
    label: "Catégories",
    icon: "categories",
    permission: "categories.manage",
    key: "c",
  },
  {
    href: "/admin/imports",
    label: "Imports et modifications",
    icon: "imports",
    permission: "products.read",
    key: "i",
  },
  {
    href: "/admin/analytics",
    label: "Statistiques",
    icon: "analytics",
    permission: "analytics.read",
    key: "t",
  },
  {
    href: "/admin/search",
    label: "Recherche",
    icon: "search",
    permission: "search.read",
    key: "s",
  },
  {
    href: "/admin/messages",
    otherPage: "/admin/leads",
    label: "Messages",
    icon: "messages",
    permission: "messages.read",
    key: "b",
  },
  {
    href: "/admin/newsletter",
    label: "Newsletter",
    icon: "newsletter",
    permission: "newsletter.read",
    key: "n",
  },
  {
    href: "/admin/settings",
    label: "Réglages",
    icon: "settings",
    permission: "settings.edit",
    key: "r",
  },
  {
    href: "/admin/outbox",
    label: "E-mails envoyés",
    icon: "outbox",
    permission: "messages.read",
    key: "o",
  },
  { href: "/admin/users", label: "Équipe", icon: "users", permission: "users.manage", key: "e" },
  { href: "/admin/audit", label: "Journal", icon: "audit", permission: "audit.read", key: "j" },
  { href: "/admin/account", label: "Mon compte", icon: "account", permission: null, key: "m" },
];

/** Whether a page belongs to an entry: its own page, one below it, or its other page. */
export function isWithinEntry({ href, otherPage }: NavigationEntry, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`) || pathname === otherPage;
}
