import admin from "@/app/admin/_components/admin.module.css";
import { USER_FIELDS } from "@/domain/staff/users/fields";
import { ROLE_HINTS, ROLE_LABELS } from "@/domain/staff/users/role-labels";
import { ROLES, type Role } from "@/lib/auth/permissions";
import styles from "./users.module.css";

export function RoleChoice({ value, error }: { value: Role; error?: string | undefined }) {
  return (
    <fieldset className={styles.roles}>
      <legend>{USER_FIELDS.role.label}</legend>
      {ROLES.toReversed().map((role) => (
        <label key={role} className={admin.checkbox}>
          <input type="radio" name="role" value={role} defaultChecked={role === value} />
          <span>
            {ROLE_LABELS[role]}
            <br />
            <span className={admin.hint}>{ROLE_HINTS[role]}</span>
          </span>
        </label>
      ))}
      {error && <p className={admin.alert}>{error}</p>}
    </fieldset>
  );
}
