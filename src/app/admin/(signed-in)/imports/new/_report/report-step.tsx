import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import type { ImportReport, ImportView } from "@/domain/catalogue/import-rows/schema";
import { formatNumber } from "@/lib/format/format";
import styles from "../import.module.css";
import { ApplyButton } from "./apply-button";
import { ChangeSamples } from "./change-samples";
import { ProblemGroups } from "./problem-groups";

/** A larger share of the shop's products is more likely a mistake. */
const MAX_CHANGED_SHARE = 0.2;

export function ReportStep({ view }: { view: ImportView }) {
  const { operation, report } = view;
  if (report === null) return null;
  const isRejected = operation.state === "REJECTED";
  const changes = report.create + report.update;
  return (
    <div className={styles.step}>
      <section className={admin.card} aria-labelledby="resultat">
        <h2 id="resultat">Résultat de la vérification</h2>
        <Counts report={report} />
        {isRejected && (
          <p className={admin.alert}>
            Rien n'est importé tant que ce fichier a des erreurs. Corrigez-les et envoyez le fichier
            à nouveau, ou choisissez d'importer les autres lignes.
          </p>
        )}
        {report.update > report.shopProducts * MAX_CHANGED_SHARE && (
          <p className={admin.alert} data-tone="warn">
            Plus de 20 % des produits du magasin changent. Vérifiez que c'est bien ce que vous
            voulez.
          </p>
        )}
        {!isRejected && changes === 0 && <p>Ce fichier ne change rien.</p>}
        <div className={admin.row}>
          {!isRejected && changes > 0 && <ApplyButton id={operation.id} count={changes} />}
          <Link
            className="button"
            data-variant="quiet"
            href={`/admin/imports/new?import=${operation.id}&etape=colonnes`}
            prefetch={false}
          >
            Changer les colonnes et les options
          </Link>
          <a
            className="button"
            data-variant="quiet"
            href={`/api/admin/imports/${operation.id}/report?format=xlsx`}
            download
          >
            Fichier de résultat
          </a>
        </div>
      </section>
      <ProblemGroups id="erreurs" title="Erreurs" groups={report.problems} />
      <ProblemGroups id="avertissements" title="À vérifier" groups={report.warnings} />
      {changes > 0 && <ChangeSamples id={operation.id} />}
    </div>
  );
}

const COUNTS = {
  create: "à créer",
  update: "à modifier",
  unchanged: "inchangés",
  skipped: "ignorés",
  failed: "avec une erreur",
} as const;

function Counts({ report }: { report: ImportReport }) {
  return (
    <dl className={styles.counts}>
      {(Object.keys(COUNTS) as (keyof typeof COUNTS)[]).map((name) => (
        <div key={name}>
          <dt>{COUNTS[name]}</dt>
          <dd>{formatNumber(report[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
