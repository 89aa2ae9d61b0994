import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { EmailText } from "@/app/admin/_components/text/email-text";
import { UserText } from "@/app/admin/_components/text/user-text";
import { ROLE_LABELS } from "@/domain/staff/users/role-labels";
import type { StaffUser, UserState } from "@/domain/staff/users/schema";
import { ManageUser } from "./manage-user";
import styles from "./users.module.css";

const STATE_LABELS: Record<UserState, { label: string; tone: string }> = {
  ACTIVE: { label: "Actif", tone: "good" },
  INVITED: { label: "Invitation envoyée", tone: "info" },
  EXPIRED: { label: "Invitation expirée", tone: "warn" },
  DISABLED: { label: "Désactivé", tone: "bad" },
};

export function UserTable({ users, currentUserId }: { users: StaffUser[]; currentUserId: string }) {
  return (
    <ScrollRegion label="Membres de l'équipe">
      <table className={`${admin.table} ${stacked.stacked}`}>
        <TableHead titles={["Personne", "Rôle et état", "Dernière connexion", "Actions"]} />
        <tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} isSelf={user.id === currentUserId} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function UserRow({ user, isSelf }: { user: StaffUser; isSelf: boolean }) {
  const state = STATE_LABELS[user.state];
  return (
    <tr>
      <th scope="row">
        <UserText text={user.username} />
        {isSelf && " (vous)"}
        <span className={styles.email}>
          <EmailText email={user.email} />
        </span>
      </th>
      <td>
        <span className={styles.chips}>
          <span className={admin.chip}>{ROLE_LABELS[user.role]}</span>
          <span className={admin.chip} data-tone={state.tone}>
            {state.label}
          </span>
        </span>
        {user.hasSecondFactor && <span className={styles.note}>Double authentification</span>}
      </td>
      <td data-label="Dernière connexion">
        {user.lastLoginAt ? <DateTime value={user.lastLoginAt} /> : "Jamais"}
      </td>
      <td data-action>
        <ManageUser user={user} isSelf={isSelf} />
      </td>
    </tr>
  );
}
