import type { Metadata } from "next";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { UserText } from "@/app/admin/_components/text/user-text";
import { listOwnSessions } from "@/domain/staff/sign-in/session-commands";
import { ROLE_LABELS } from "@/domain/staff/users/role-labels";
import { findCurrentSession, requireStaff } from "@/lib/auth/page-guard";
import admin from "../../_components/admin.module.css";
import { getDeviceName } from "./device-name";
import { PasswordForm } from "./password-form";
import { SecondFactor } from "./second-factor";
import { SessionList } from "./session-list";

export const metadata: Metadata = { title: "Mon compte" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AccountPage({ searchParams }: Props) {
  const user = await requireStaff(null, "/admin/account");
  const { sessionId = "" } = (await findCurrentSession()) ?? {};
  const sessions = await listOwnSessions({ id: user.id, sessionId });
  const mustAddNow =
    (await searchParams)["second-facteur"] === "requis" && user.mustAddSecondFactor;
  return (
    <AdminPage title="Mon compte">
      {mustAddNow && (
        <p className={admin.alert} data-tone="warn">
          Le magasin demande la double authentification à ses propriétaires. Activez-la ci-dessous :
          les autres pages s'ouvriront ensuite.
        </p>
      )}
      <p className={admin.row}>
        <strong>
          <UserText text={user.username} />
        </strong>
        <span dir="ltr">{user.email}</span>
        <span className={admin.chip}>{ROLE_LABELS[user.role]}</span>
      </p>
      <div className={admin.stack}>
        <section className={admin.card} aria-labelledby="double-authentification">
          <h2 id="double-authentification">Double authentification</h2>
          <SecondFactor isOn={user.hasSecondFactor} username={user.username} />
        </section>
        <section className={admin.card} aria-labelledby="mot-de-passe">
          <h2 id="mot-de-passe">Mot de passe</h2>
          <PasswordForm />
        </section>
        <section className={admin.card} aria-labelledby="appareils">
          <h2 id="appareils">Appareils connectés</h2>
          <SessionList
            sessions={sessions.map((session) => ({
              ...session,
              device: getDeviceName(session.userAgent),
            }))}
          />
        </section>
      </div>
    </AdminPage>
  );
}
