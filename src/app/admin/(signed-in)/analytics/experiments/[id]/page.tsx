import type { Metadata } from "next";
import { notFound } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { FocusOnChange } from "@/app/admin/_components/focus/focus-on-change";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { getVariantCode } from "@/domain/analytics/experiments/assignment";
import {
  GOAL_LABELS,
  SLOT_LABELS,
  SOURCE_LABELS,
  STATE_LABELS,
} from "@/domain/analytics/experiments/fields";
import { findExperiment, getExperimentResult } from "@/domain/analytics/experiments/queries";
import type { Experiment } from "@/domain/analytics/experiments/schema";
import { listContents, nameVariant } from "@/domain/analytics/experiments/summary";
import { listNewProducts } from "@/domain/catalogue/listing/product-published";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { formatNumber } from "@/lib/format/format";
import { ExperimentActions } from "../../_experiments/experiment-actions";
import { EXPERIMENTS_PATH } from "../../_experiments/experiment-urls";
import { PreviewLink } from "../../_experiments/preview-link";
import { ResultView } from "../../_experiments/result-view";

export const metadata: Metadata = { title: "Essai" };

export default async function ExperimentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { role } = await requireStaff("analytics.read", `${EXPERIMENTS_PATH}/${id}`);
  const experiment = await findExperiment(id);
  if (!experiment) notFound();
  const mayWrite = can({ role }, "analytics.write");
  return (
    <AdminPage
      title={experiment.name}
      trail={[
        { label: "Statistiques", href: "/admin/analytics" },
        { label: "Essais", href: EXPERIMENTS_PATH },
      ]}
    >
      <FocusOnChange of={`${experiment.state} ${experiment.winner}`} target="main h2" />
      <section className={admin.card} aria-labelledby="etat">
        <h2 id="etat">{STATE_LABELS[experiment.state]}</h2>
        <Facts experiment={experiment} />
        {mayWrite && <ExperimentActions experiment={experiment} />}
      </section>
      <section className={admin.card} aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <Versions experiment={experiment} path={await findPreviewPath(experiment)} />
      </section>
      {experiment.startedAt && (
        <section className={admin.card} aria-labelledby="resultat">
          <h2 id="resultat">Résultat</h2>
          <ResultView result={await getExperimentResult(experiment)} goal={experiment.goal} />
        </section>
      )}
    </AdminPage>
  );
}

function Facts({ experiment }: { experiment: Experiment }) {
  const { slot, goal, horizon, startedAt, stoppedAt, winner, source, flagKey } = experiment;
  return (
    <dl className={admin.facts}>
      <dt>Emplacement</dt>
      <dd>{SLOT_LABELS[slot]}</dd>
      <dt>But</dt>
      <dd>{GOAL_LABELS[goal]}</dd>
      <dt>Visiteurs nécessaires</dt>
      <dd>{formatNumber(horizon)} par version</dd>
      <dt>Répartition</dt>
      <dd>
        {SOURCE_LABELS[source]}
        {flagKey !== null && ` : ${flagKey}`}
      </dd>
      {startedAt && (
        <>
          <dt>Lancé</dt>
          <dd>
            <DateTime value={startedAt} />
          </dd>
        </>
      )}
      {stoppedAt && (
        <>
          <dt>Arrêté</dt>
          <dd>
            <DateTime value={stoppedAt} />
          </dd>
        </>
      )}
      {winner !== null && (
        <>
          <dt>Montrée à tous</dt>
          <dd>{nameVariant(winner)}</dd>
        </>
      )}
    </dl>
  );
}

function Versions({ experiment, path }: { experiment: Experiment; path: string }) {
  const contents = [["Ce que la boutique montre déjà"], ...listContents(experiment)];
  const versions = contents.map((content, variant) => ({
    content,
    version: nameVariant(variant),
    code: getVariantCode(experiment, variant),
  }));
  const isShown = experiment.state !== "STOPPED";
  return (
    <>
      <ul className={rows.list} data-plain>
        {versions.map(({ version, content, code }) => (
          <li key={code} className={rows.row}>
            <div className={rows.what}>
              <p className={rows.title}>{version}</p>
              {content.map((text) => (
                <p key={text}>
                  <UserText text={text} />
                </p>
              ))}
            </div>
            {isShown && (
              <PreviewLink path={path} code={code} label={`Voir : ${version.toLowerCase()}`} />
            )}
          </li>
        ))}
      </ul>
      {isShown && (
        <p className={admin.hint}>
          « Voir » ouvre la boutique avec cette version, dans ce navigateur et pendant dix minutes.
          Vos visites ne sont pas comptées.
        </p>
      )}
    </>
  );
}

/** A page with the slot. */
async function findPreviewPath({ slot }: Experiment): Promise<string> {
  if (slot === "hero" || slot === "cards") return "/";
  const [product] = await listNewProducts(1);
  return product ? `/produit/${product.slug}` : "/";
}
