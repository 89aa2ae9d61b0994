import {
  ChartNoAxesCombined,
  FolderTree,
  History,
  Inbox,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  MailCheck,
  Newspaper,
  Package,
  Search,
  Settings,
  UserRound,
  UsersRound,
} from "lucide-react";
import type { NavigationEntry } from "../navigation";

export const ENTRY_ICONS: Record<NavigationEntry["icon"], LucideIcon> = {
  dashboard: LayoutDashboard,
  products: Package,
  categories: FolderTree,
  imports: Layers,
  newsletter: Newspaper,
  search: Search,
  analytics: ChartNoAxesCombined,
  messages: Inbox,
  settings: Settings,
  users: UsersRound,
  outbox: MailCheck,
  audit: History,
  account: UserRound,
};
