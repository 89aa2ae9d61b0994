"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { DateTime } from "@/app/admin/_components/date-time";
import { STATUS_LABELS, STATUS_TONES } from "@/domain/campaigns/labels";
import type { StaffCampaign } from "@/domain/campaigns/schema";
import { formatNumber, plural } from "@/lib/format/format";
import { api } from "@/lib/http/api-client";
import { CampaignActions } from "./campaign-actions";
import { CampaignFigures } from "./campaign-figures";
import styles from "./report.module.css";

interface Props {
  campaign: StaffCampaign;
  maySend: boolean;
  mayWrite: boolean;
}

/** A campaign that is no draft: how far it is, what can be done, what came of it. */
export function CampaignProgress({ campaign: first, maySend, mayWrite }: Props) {
  const { campaign, setCampaign } = useCampaign(first);
  const { status, pausedReason, report } = campaign;
  return (
    <div className={admin.stack}>
      <section className={admin.card} aria-labelledby="avancement">
        <div className={admin.row}>
          <h2 id="avancement" className={styles.heading}>
            Envoi
          </h2>
          <span className={admin.chip} data-tone={STATUS_TONES[status]}>
            {STATUS_LABELS[status]}
          </span>
        </div>
        <Dates campaign={campaign} />
        {pausedReason && (
          <p className={admin.alert} data-tone="warn">
            {pausedReason}
          </p>
        )}
        {campaign.startedAt && <Bar campaign={campaign} />}
        <CampaignActions
          campaign={campaign}
          maySend={maySend}
          mayWrite={mayWrite}
          onChanged={setCampaign}
        />
      </section>
      {report && <CampaignFigures report={report} sent={campaign.sent} />}
    </div>
  );
}

function Dates({
  campaign: { sendAt, startedAt, finishedAt, status },
}: {
  campaign: StaffCampaign;
}) {
  return (
    <p className={admin.hint}>
      {status === "DRAFT" && "Un brouillon. "}
      {status === "SCHEDULED" && sendAt && (
        <>
          Partira le <DateTime value={sendAt} /> (heure du magasin).
        </>
      )}
      {startedAt && (
        <>
          Partie le <DateTime value={startedAt} />.{" "}
        </>
      )}
      {finishedAt && (
        <>
          Terminée le <DateTime value={finishedAt} />.
        </>
      )}
    </p>
  );
}

function Bar({ campaign: { status, toSend, sent, report } }: { campaign: StaffCampaign }) {
  const { skipped = 0, failed = 0, unknown = 0 } = report ?? {};
  const done = sent + skipped + failed + unknown;
  const others = [
    skipped > 0 && passedOver(skipped, status),
    failed > 0 && counted(failed, "refusé"),
    unknown > 0 && counted(unknown, "incertain"),
  ].filter(Boolean);
  return (
    <>
      <progress
        className={styles.bar}
        max={Math.max(toSend, done, 1)}
        value={done}
        aria-label="Messages traités"
      />
      <p role="status">
        {counted(sent, "envoyé")} sur {formatNumber(toSend, "fr")}
        {others.length > 0 && ` (${others.join(", ")})`}
      </p>
    </>
  );
}

/** Of a cancelled campaign they are whoever had not had their turn. */
function passedOver(count: number, status: StaffCampaign["status"]): string {
  if (status === "CANCELLED") return `${formatNumber(count, "fr")} à qui rien n'est parti`;
  return `${counted(count, "désinscrit")} entre-temps`;
}

function counted(count: number, one: string): string {
  return `${formatNumber(count, "fr")} ${plural(count, "fr", { one, other: `${one}s` })}`;
}

const EVERY_MS = 2_000;
const WAITING_MS = 15_000;

/** Asks again while something is to come; asking also keeps the campaign going. */
function useCampaign(first: StaffCampaign) {
  const router = useRouter();
  const [campaign, setCampaign] = useState(first);
  const { id, status } = campaign;
  useEffect(() => setCampaign(first), [first]);
  useEffect(() => {
    if (status !== "RUNNING" && status !== "SCHEDULED") return;
    const ask = () =>
      api<StaffCampaign>(`/api/admin/newsletter/campaign/${id}`)
        .then(setCampaign)
        .catch(() => undefined);
    const timer = setInterval(() => void ask(), status === "RUNNING" ? EVERY_MS : WAITING_MS);
    return () => clearInterval(timer);
  }, [id, status]);
  useEffect(() => {
    if (status === "DRAFT") router.refresh();
  }, [status, router]);
  return { campaign, setCampaign };
}
