"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { STATUS_LABELS, STATUS_TONES } from "@/domain/campaigns/labels";
import type { StaffCampaign } from "@/domain/campaigns/schema";
import { formatNumber, plural } from "@/lib/format/format";
import { api } from "@/lib/http/api-client";
import { CampaignActions } from "./campaign-actions";
import { CampaignFigures } from "./campaign-figures";
import styles from "./report.module.css";

interface Props {
  campaign: StaffCampaign;
  canSend: boolean;
  canWrite: boolean;
}

/** Progress, actions and results of a campaign. Staff who may not edit also see drafts here. */
export function CampaignProgress({ campaign: initial, canSend, canWrite }: Props) {
  const { campaign, setCampaign } = usePolledCampaign(initial);
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
        {campaign.startedAt && <ProgressBar campaign={campaign} />}
        <CampaignActions
          campaign={campaign}
          canSend={canSend}
          canWrite={canWrite}
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

function ProgressBar({ campaign: { status, toSend, sent, report } }: { campaign: StaffCampaign }) {
  const { skipped = 0, failed = 0, unknown = 0 } = report ?? {};
  const done = sent + skipped + failed + unknown;
  const others = [
    skipped > 0 && formatSkipped(skipped, status),
    failed > 0 && formatCount(failed, "refusé"),
    unknown > 0 && formatCount(unknown, "incertain"),
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
        {formatCount(sent, "envoyé")} sur {formatNumber(toSend)}
        {others.length > 0 && ` (${others.join(", ")})`}
      </p>
    </>
  );
}

/** In a cancelled campaign the skipped recipients are those whose message had not been sent yet. */
function formatSkipped(count: number, status: StaffCampaign["status"]): string {
  if (status === "CANCELLED") return `${formatNumber(count)} à qui rien n'est parti`;
  return `${formatCount(count, "désinscrit")} entre-temps`;
}

function formatCount(count: number, one: string): string {
  return `${formatNumber(count)} ${plural(count, "fr", { one, other: `${one}s` })}`;
}

const RUNNING_POLL_MS = 2_000;
const SCHEDULED_POLL_MS = 15_000;

/** Polls while the campaign is scheduled or running. The request also wakes the campaign worker. */
function usePolledCampaign(initial: StaffCampaign) {
  const router = useRouter();
  const [campaign, setCampaign] = useState(initial);
  const { id, status } = campaign;
  useEffect(() => setCampaign(initial), [initial]);
  useEffect(() => {
    if (status !== "RUNNING" && status !== "SCHEDULED") return;
    const poll = () =>
      api<StaffCampaign>(`/api/admin/newsletter/campaign/${id}`)
        .then(setCampaign)
        .catch(() => undefined);
    const timer = setInterval(
      () => void poll(),
      status === "RUNNING" ? RUNNING_POLL_MS : SCHEDULED_POLL_MS,
    );
    return () => clearInterval(timer);
  }, [id, status]);
  useEffect(() => {
    if (status === "DRAFT") router.refresh();
  }, [status, router]);
  return { campaign, setCampaign };
}
