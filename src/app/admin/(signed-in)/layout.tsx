import type { ReactNode } from "react";
import { AdminToasts } from "@/app/admin/_components/dialogs/admin-toasts";
import { SessionKeeper } from "@/app/admin/_components/page/session-keeper";
import { countNewMessages } from "@/domain/messaging/queries";
import { findCurrentSession } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { CommandCentre } from "./_shell/command-centre";
import { ShellNavigation } from "./_shell/shell-navigation";
import styles from "./layout.module.css";
import { NAVIGATION_ENTRIES } from "./navigation";

/** Renders navigation and shortcuts only. Each page checks its own permission with `requireStaff`. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const visitor = await findCurrentSession();
  if (!visitor) return children;
  const { role, username } = visitor.user;
  const entries = NAVIGATION_ENTRIES.filter(
    ({ permission }) => permission === null || can({ role }, permission),
  );
  const unread = can({ role }, "messages.read") ? await countNewMessages() : null;
  const mayCreate = can({ role }, "products.write");
  return (
    <div className={styles.frame}>
      <a href="#contenu" className={styles.skip}>
        Aller au contenu
      </a>
      <ShellNavigation
        entries={entries}
        username={username}
        unread={unread}
        mayCreate={mayCreate}
      />
      <main id="contenu" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <CommandCentre entries={entries} mayCreate={mayCreate} />
      <SessionKeeper />
      <AdminToasts />
    </div>
  );
}
