import admin from "@/app/admin/_components/admin.module.css";
import { Pager } from "@/app/admin/_components/lists/pager";
import { listLeads } from "@/domain/messaging/leads/queries";
import { resolveStatus } from "@/domain/messaging/leads/rules";
import type { LeadQuery } from "@/domain/messaging/leads/schema";
import { buildLeadExportUrl, buildLeadsUrl, hasLeadFilters } from "../lead-urls";
import { ClearLeadFilters } from "./lead-filters";
import { LeadList } from "./lead-list";
import { StatusTabs } from "./status-tabs";

export async function LeadResults({ query }: { query: LeadQuery }) {
  const { items, pagination, counts } = await listLeads(query);
  const isFiltered = hasLeadFilters(query);
  return (
    <>
      <StatusTabs counts={counts} />
      {items.length > 0 ? (
        <LeadList leads={items} />
      ) : (
        <div className={`${admin.card} ${admin.empty}`}>
          <p>{isFiltered ? FILTERED : EMPTY[resolveStatus(query)]}</p>
          {isFiltered && <ClearLeadFilters />}
        </div>
      )}
      {items.length > 0 && (
        <p>
          <a
            className="button"
            data-variant="quiet"
            data-size="small"
            href={buildLeadExportUrl(query)}
            download
            rel="nofollow"
          >
            Exporter la liste
          </a>
        </p>
      )}
      <Pager pagination={pagination} getHref={(page) => buildLeadsUrl(query, { page })} />
    </>
  );
}

const FILTERED =
  "Aucune demande ne répond à cette recherche ici. Regardez les autres onglets, ou collez le message du client.";

const EMPTY = {
  NEW: "Aucune demande n'attend de réponse.",
  REPLIED: "Aucune demande répondue pour l'instant.",
  QUOTED: "Aucun devis en cours.",
  SOLD: "Aucune vente marquée pour l'instant.",
  LOST: "Aucune demande perdue.",
  all: "Aucune demande pour l'instant. Les clics sur WhatsApp et les messages du formulaire arrivent ici.",
};
