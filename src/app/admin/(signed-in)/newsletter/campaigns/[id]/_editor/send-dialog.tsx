"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { DateTimeInput } from "@/app/admin/_components/fields/dates/date-field";
import { parseShopTime, SHOP_TIME_HINT } from "@/app/admin/_components/fields/dates/shop-time";
import { Field } from "@/app/admin/_components/fields/field";
import { TextField } from "@/app/admin/_components/fields/fields";
import { UserText } from "@/app/admin/_components/text/user-text";
import { CAMPAIGN_FIELDS } from "@/domain/campaigns/fields";
import { MAX_RECIPIENTS } from "@/domain/campaigns/limits";
import type { AudienceCount, StaffCampaign } from "@/domain/campaigns/schema";
import { api } from "@/lib/http/api-client";
import { parseCount } from "@/lib/input/amount";
import { useApiForm } from "@/ui/form/use-api-form";
import { formatPeople, toAudienceQuery } from "./audience-section";

interface Props {
  campaign: StaffCampaign;
  when: "now" | "later";
  open: boolean;
  onClose: () => void;
}

export function SendDialog({ campaign, when, open, onClose }: Props) {
  const title = when === "now" ? "Envoyer la campagne" : "Programmer la campagne";
  return (
    <Modal open={open} onClose={onClose} title={title}>
      <SendForm campaign={campaign} when={when} onDone={onClose} />
    </Modal>
  );
}

interface FormProps {
  campaign: StaffCampaign;
  when: "now" | "later";
  onDone: () => void;
}

function SendForm({ campaign, when, onDone }: FormProps) {
  const router = useRouter();
  const isLater = when === "later";
  const { onSubmit, isPending, message, fields, error } = useApiForm<StaffCampaign>({
    path: `/api/admin/newsletter/campaign/${campaign.id}/${isLater ? "schedule" : "send"}`,
    values: (form) => ({
      count: parseCountField(form.get("count")),
      version: campaign.version,
      sendAt: isLater ? (parseShopTime(String(form.get("sendAt"))) ?? "") : undefined,
    }),
    onSaved: () => {
      toastSuccess(isLater ? "Campagne programmée" : "L'envoi commence");
      onDone();
      router.refresh();
    },
  });
  // A conflict reports the number of recipients that the server counted.
  const newCount = error?.details?.count;
  const count = useAudienceCount(campaign, typeof newCount === "number" ? newCount : undefined);
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <p>
        « <UserText text={campaign.subject} /> » sera{" "}
        {isLater ? "envoyée à" : "envoyée maintenant à"}{" "}
        <strong>{count === undefined ? "…" : formatPeople(count)}</strong>. Un message parti ne se
        reprend pas.
      </p>
      {campaign.missingArabic.length > 0 && (
        <p className={admin.hint}>La traduction n'est pas complète : tous reçoivent le français.</p>
      )}
      <div role="alert">{message && <p className={admin.alert}>{message}</p>}</div>
      {isLater && (
        <Field
          label={CAMPAIGN_FIELDS.sendAt.label}
          name="sendAt"
          error={fields.sendAt}
          hint={`${SHOP_TIME_HINT} Le nombre de destinataires est compté à ce moment-là.`}
          required
        >
          {(control) => (
            <DateTimeInput {...control} label={CAMPAIGN_FIELDS.sendAt.label} defaultTime="09:00" />
          )}
        </Field>
      )}
      <TextField
        label={`Pour confirmer, tapez le nombre de destinataires${count === undefined ? "" : ` : ${count}`}`}
        name="count"
        error={fields.count}
        required
        inputMode="numeric"
        autoComplete="off"
      />
      <div>
        <button type="submit" className="button" disabled={isPending}>
          {isPending ? "Un instant…" : isLater ? "Programmer l'envoi" : "Envoyer maintenant"}
        </button>
      </div>
    </form>
  );
}

/** Returns the text itself when it is not a number, so that the server reports it: an empty field must not become 0. */
function parseCountField(value: FormDataEntryValue | null): number | string {
  const text = String(value ?? "");
  const parsed = parseCount(text, MAX_RECIPIENTS);
  return "count" in parsed ? parsed.count : text;
}

function useAudienceCount(
  { audience }: StaffCampaign,
  newCount: number | undefined,
): number | undefined {
  const [count, setCount] = useState<number>();
  const query = toAudienceQuery(audience);
  useEffect(() => {
    api<AudienceCount>(`/api/admin/newsletter/campaign/audience?${query}`)
      .then((audienceCount) => setCount(audienceCount.count))
      .catch(() => undefined);
  }, [query]);
  return newCount ?? count;
}
