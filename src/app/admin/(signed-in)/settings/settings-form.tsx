"use client";

import { useRouter } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { useLeaveGuard } from "@/app/admin/_components/page/use-leave-guard";
import { SETTING_FIELDS } from "@/domain/settings/fields";
import type { SettingsForEdit } from "@/domain/settings/settings-input";
import { ContactSection } from "./contact-section";
import { HoursSection } from "./hours-section";
import { FeaturesSection, NotificationsSection, SecuritySection, ShopSection } from "./sections";
import styles from "./settings.module.css";
import { SettingsConflictNotice } from "./settings-conflict-notice";
import { useSettings } from "./use-settings";

interface Props {
  settings: SettingsForEdit;
  hasSecondFactor: boolean;
}

export function SettingsForm({ settings, hasSecondFactor }: Props) {
  const router = useRouter();
  const editor = useSettings(settings);
  const { changed, conflict, isPending } = editor;
  const isDirty = changed.length > 0;
  const { leaving, stay } = useLeaveGuard(isDirty);
  return (
    <form
      className={admin.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && !isPending) void editor.save();
      }}
    >
      <ShopSection editor={editor} />
      <HoursSection editor={editor} />
      <ContactSection editor={editor} />
      <NotificationsSection editor={editor} />
      <FeaturesSection editor={editor} />
      <SecuritySection editor={editor} hasSecondFactor={hasSecondFactor} />
      <div className={styles.bar} data-save-bar>
        {conflict && (
          <SettingsConflictNotice conflict={conflict} onResolve={editor.resolveConflict} />
        )}
        <p role="status" className={admin.hint}>
          {isDirty
            ? `À enregistrer : ${changed.map((key) => SETTING_FIELDS[key].label).join(", ")}.`
            : "Tout est enregistré."}
        </p>
        <div className={admin.row}>
          {isDirty && (
            <button type="button" className="button" data-variant="quiet" onClick={editor.undo}>
              Annuler
            </button>
          )}
          <button type="submit" className="button" disabled={!isDirty || isPending}>
            Enregistrer
          </button>
        </div>
      </div>
      <ConfirmDialog
        open={leaving !== null}
        title="Quitter sans enregistrer ?"
        confirmLabel="Quitter sans enregistrer"
        cancelLabel="Rester sur la page"
        danger
        onConfirm={() => router.push(leaving ?? "/admin/dashboard")}
        onClose={stay}
      >
        <p>Vos changements ne sont pas encore enregistrés.</p>
      </ConfirmDialog>
    </form>
  );
}
