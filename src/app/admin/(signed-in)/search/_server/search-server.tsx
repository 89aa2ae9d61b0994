import admin from "@/app/admin/_components/admin.module.css";
import { DateTime } from "@/app/admin/_components/text/date-time";
import type { SearchServerStatus } from "@/domain/search/meilisearch/schema";
import { formatNumber, plural } from "@/lib/format/format";
import styles from "../search.module.css";
import { RebuildButton } from "./rebuild-button";

interface Props {
  status: SearchServerStatus;
  mayWrite: boolean;
}

const PRODUCTS = { one: "produit", other: "produits" };
const WAITING = { one: "modification attend", other: "modifications attendent" };

/** Health and lag of the Meilisearch server. */
export function SearchServer({ status, mayWrite }: Props) {
  const { documents, waiting, rebuild, isRebuildRequested, succeededAt, failedAt, error } = status;
  const { text, tone } = describe(status);
  return (
    <section className={admin.card} aria-labelledby="serveur">
      <h2 id="serveur">Serveur de recherche</h2>
      <p className={styles.facts}>
        <span className={admin.chip} data-tone={tone}>
          {text}
        </span>
        {documents !== null && (
          <span>
            {formatNumber(documents)} {plural(documents, "fr", PRODUCTS)} dans l'index.
          </span>
        )}
        <span>
          {waiting === 0
            ? "Tout est à jour."
            : `${formatNumber(waiting)} ${plural(waiting, "fr", WAITING)} d'y entrer.`}
        </span>
      </p>
      {rebuild && (
        <p className={styles.facts}>
          Reconstruction en cours : {formatNumber(rebuild.done)} sur {formatNumber(rebuild.total)}{" "}
          {plural(rebuild.total, "fr", PRODUCTS)}. Les clients cherchent sans interruption.
        </p>
      )}
      {!rebuild && isRebuildRequested && (
        <p className={styles.facts}>La reconstruction commence dans quelques instants.</p>
      )}
      {succeededAt && (
        <p className={styles.facts}>
          <span>
            Dernière mise à jour : <DateTime value={succeededAt.toISOString()} />
          </span>
        </p>
      )}
      {error !== null && failedAt && (
        <p className={styles.error}>
          Échec depuis le <DateTime value={failedAt.toISOString()} /> : <bdi dir="ltr">{error}</bdi>
        </p>
      )}
      {mayWrite && <RebuildButton disabled={isRebuildRequested || rebuild !== null} />}
    </section>
  );
}

function describe({ isReachable, isReady }: SearchServerStatus): { text: string; tone: string } {
  if (!isReachable) {
    return { text: "Ne répond pas : la boutique cherche elle-même", tone: "bad" };
  }
  return isReady
    ? { text: "Répond", tone: "good" }
    : { text: "Se prépare : la boutique cherche elle-même", tone: "warn" };
}
