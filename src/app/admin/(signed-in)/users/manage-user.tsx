"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { StaffUser } from "@/domain/staff/users/schema";
import { isolateUserText } from "@/lib/format/bidi";
import { api } from "@/lib/http/api-client";
import { useApiForm } from "@/ui/form/use-api-form";
import { RoleChoice } from "./role-choice";
import { getUserActions, type UserAction } from "./user-actions";
import styles from "./users.module.css";

export function ManageUser({ user, isSelf }: { user: StaffUser; isSelf: boolean }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [unconfirmed, setUnconfirmed] = useState<UserAction>();
  const close = () => {
    setOpen(false);
    router.refresh();
  };
  async function run({ path, method, success }: UserAction) {
    await api(path, { method });
    toastSuccess(success);
    close();
  }
  const confirmOrRun = (action: UserAction) => {
    if (action.confirmation) setUnconfirmed(action);
    else void run(action).catch(toastError);
  };
  if (isSelf) {
    return (
      <a href="/admin/account" className={styles.self}>
        Mon compte
      </a>
    );
  }
  return (
    <>
      <SmallButton aria-label={`Gérer ${user.username}`} onClick={() => setOpen(true)}>
        Gérer
      </SmallButton>
      <Modal open={isOpen} onClose={close} title={user.username}>
        <RoleForm user={user} onDone={close} />
        <div className={styles.actions}>
          <a href={`/admin/audit?userId=${user.id}`}>Ce que cette personne a fait</a>
          {getUserActions(user, isSelf).map((action) => (
            <button
              key={action.label}
              type="button"
              className="button"
              data-variant={action.danger ? "danger" : "quiet"}
              onClick={() => confirmOrRun(action)}
            >
              {action.label}
            </button>
          ))}
        </div>
      </Modal>
      <ConfirmDialog
        open={unconfirmed !== undefined}
        title={unconfirmed?.label ?? ""}
        confirmLabel={unconfirmed?.label ?? ""}
        danger={unconfirmed?.danger ?? false}
        onConfirm={() => unconfirmed && run(unconfirmed)}
        onClose={() => setUnconfirmed(undefined)}
      >
        <p>{unconfirmed?.confirmation}</p>
      </ConfirmDialog>
    </>
  );
}

function RoleForm({ user, onDone }: { user: StaffUser; onDone: () => void }) {
  const { onSubmit, isPending, message, fields } = useApiForm<StaffUser>({
    path: `/api/admin/users/${user.id}`,
    method: "PATCH",
    values: (form) => ({ role: form.get("role"), version: user.version }),
    onSaved: ({ username }) => {
      toastSuccess(`Le rôle de ${isolateUserText(username)} est changé`);
      onDone();
    },
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <RoleChoice value={user.role} error={fields.role} />
      <p className={admin.hint}>Un changement de rôle déconnecte la personne de ses appareils.</p>
      <div>
        <button
          type="submit"
          className="button"
          data-variant="quiet"
          disabled={isPending || user.state === "DISABLED"}
        >
          Changer le rôle
        </button>
      </div>
    </form>
  );
}
