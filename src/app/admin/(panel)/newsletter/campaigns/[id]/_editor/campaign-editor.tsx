"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/confirm-dialog";
import { toastSuccess } from "@/app/admin/_components/toast";
import { useLeaveGuard } from "@/app/admin/_components/use-leave-guard";
import type { AudienceCount, StaffCampaign } from "@/domain/campaigns/schema";
import { AudienceSection } from "./audience-section";
import { BlockList } from "./block-list";
import { fieldLabel, type Language } from "./draft";
import styles from "./editor.module.css";
import { EnvelopeSection } from "./envelope-section";
import { LanguageChoice } from "./language-choice";
import { PreviewPane } from "./preview-pane";
import { SendBar } from "./send-bar";
import { useDraft } from "./use-draft";

interface Props {
  campaign: StaffCampaign;
  maySend: boolean;
  staff: { id: string; email: string };
  productNames: Record<string, string>;
  counted: AudienceCount;
}

export function CampaignEditor({ campaign, maySend, staff, productNames, counted }: Props) {
  const [language, setLanguage] = useState<Language>("fr");
  const { saved, draft, change, save, isSaving, isDirty, error, fields, kept } = useDraft(
    campaign,
    staff.id,
  );
  const router = useRouter();
  const [recipients, setRecipients] = useState(counted.count);
  async function saveAndTell() {
    if (!(await save())) return false;
    toastSuccess("Campagne enregistrée");
    // The title of the page is the subject.
    router.refresh();
    return true;
  }
  return (
    <div className={styles.editor}>
      <div className={styles.writing}>
        {kept.isFound && <StoredDraftNotice {...kept} />}
        <div aria-live="polite">
          {error && (
            <div className={admin.alert}>
              <p>{error.message}</p>
              <ErrorList fields={fields} />
            </div>
          )}
        </div>
        <LanguageChoice language={language} onChange={setLanguage} draft={draft} />
        <EnvelopeSection language={language} draft={draft} fields={fields} onChange={change} />
        <BlockList
          language={language}
          blocks={draft.blocks}
          productNames={productNames}
          errors={fields}
          onChange={(blocks) => change({ blocks })}
        />
        <AudienceSection
          audience={draft.audience}
          first={counted}
          onCount={setRecipients}
          onChange={(audience) => change({ audience })}
        />
      </div>
      <PreviewPane id={saved.id} draft={draft} language={language} />
      <SendBar
        campaign={saved}
        isDirty={isDirty}
        isSaving={isSaving}
        maySend={maySend}
        ownEmail={staff.email}
        recipients={recipients}
        onSave={saveAndTell}
      />
      <LeaveDialog isDirty={isDirty} />
    </div>
  );
}

/** Names the fields, because a wrong one may stand in the other language. */
function ErrorList({ fields }: { fields: Record<string, string> }) {
  const entries = Object.entries(fields);
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map(([field, problem]) => (
        <li key={field}>
          {fieldLabel(field)} : {problem}
        </li>
      ))}
    </ul>
  );
}

function StoredDraftNotice({ restore, forget }: { restore: () => void; forget: () => void }) {
  return (
    <div className={admin.alert} data-tone="info">
      <p>Une saisie que vous n'aviez pas enregistrée a été retrouvée sur cet appareil.</p>
      <div className={admin.row}>
        <button
          type="button"
          className="button"
          data-variant="quiet"
          data-size="small"
          onClick={restore}
        >
          La reprendre
        </button>
        <button
          type="button"
          className="button"
          data-variant="ghost"
          data-size="small"
          onClick={forget}
        >
          L'oublier
        </button>
      </div>
    </div>
  );
}

function LeaveDialog({ isDirty }: { isDirty: boolean }) {
  const router = useRouter();
  const { leaving, stay } = useLeaveGuard(isDirty);
  return (
    <ConfirmDialog
      open={leaving !== null}
      title="Quitter sans enregistrer"
      confirmLabel="Quitter la page"
      cancelLabel="Rester sur la page"
      onConfirm={() => {
        if (leaving) router.push(leaving);
      }}
      onClose={stay}
    >
      <p>Vos modifications ne sont pas enregistrées. Cet appareil les garde pour votre retour.</p>
    </ConfirmDialog>
  );
}
