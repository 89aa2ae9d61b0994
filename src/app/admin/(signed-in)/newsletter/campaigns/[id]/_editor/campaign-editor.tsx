"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { useLeaveGuard } from "@/app/admin/_components/page/use-leave-guard";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { AudienceCount, StaffCampaign } from "@/domain/campaigns/schema";
import { AudienceSection, type Segment } from "./audience-section";
import { BlockList } from "./block-list";
import { getFieldLabel, type Language } from "./draft";
import styles from "./editor.module.css";
import { EnvelopeSection } from "./envelope-section";
import { LanguageChoice } from "./language-choice";
import { PreviewPane } from "./preview-pane";
import { SendBar } from "./send-bar";
import { useDraft } from "./use-draft";

interface Props {
  campaign: StaffCampaign;
  canSend: boolean;
  staff: { id: string; email: string };
  productNames: Record<string, string>;
  audienceCount: AudienceCount;
  segments: readonly Segment[];
}

export function CampaignEditor({
  campaign,
  canSend,
  staff,
  productNames,
  audienceCount,
  segments,
}: Props) {
  const [language, setLanguage] = useState<Language>("fr");
  const { saved, draft, change, save, isSaving, isDirty, error, fieldErrors, storedDraft } =
    useDraft(campaign, staff.id);
  const router = useRouter();
  const [recipients, setRecipients] = useState(audienceCount.count);
  async function handleSave() {
    if (!(await save())) return false;
    toastSuccess("Campagne enregistrée");
    // Updates the title of the page, which is the subject.
    router.refresh();
    return true;
  }
  return (
    <div className={styles.editor}>
      <div className={styles.writing}>
        {storedDraft.isFound && <StoredDraftNotice {...storedDraft} />}
        <div aria-live="polite">
          {error && (
            <div className={admin.alert}>
              <p>{error.message}</p>
              <ErrorList errors={fieldErrors} />
            </div>
          )}
        </div>
        <LanguageChoice language={language} onChange={setLanguage} draft={draft} />
        <EnvelopeSection language={language} draft={draft} errors={fieldErrors} onChange={change} />
        <BlockList
          language={language}
          blocks={draft.blocks}
          productNames={productNames}
          errors={fieldErrors}
          onChange={(blocks) => change({ blocks })}
        />
        <AudienceSection
          audience={draft.audience}
          initialCount={audienceCount}
          segments={segments}
          onCount={setRecipients}
          onChange={(audience) => change({ audience })}
        />
      </div>
      <PreviewPane id={saved.id} draft={draft} language={language} />
      <SendBar
        campaign={saved}
        isDirty={isDirty}
        isSaving={isSaving}
        canSend={canSend}
        userEmail={staff.email}
        recipients={recipients}
        onSave={handleSave}
      />
      <LeaveDialog isDirty={isDirty} />
    </div>
  );
}

/** Names each field, because the editor shows only one language at a time. */
function ErrorList({ errors }: { errors: Record<string, string> }) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map(([field, message]) => (
        <li key={field}>
          {getFieldLabel(field)} : {message}
        </li>
      ))}
    </ul>
  );
}

function StoredDraftNotice({ restore, discard }: { restore: () => void; discard: () => void }) {
  return (
    <div className={admin.alert} data-tone="info">
      <p>Une saisie que vous n'aviez pas enregistrée a été retrouvée sur cet appareil.</p>
      <div className={admin.row}>
        <SmallButton onClick={restore}>La reprendre</SmallButton>
        <SmallButton variant="ghost" onClick={discard}>
          L'oublier
        </SmallButton>
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
