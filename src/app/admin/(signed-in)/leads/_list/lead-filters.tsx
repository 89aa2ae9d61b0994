"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SelectField } from "@/app/admin/_components/fields/fields";
import list from "@/app/admin/_components/filtered-list.module.css";
import { FilterFold } from "@/app/admin/_components/lists/filter-fold";
import { ClearFiltersButton, ListSearch } from "@/app/admin/_components/lists/list-search";
import { UserText } from "@/app/admin/_components/text/user-text";
import { LEAD_KIND_LABELS } from "@/domain/messaging/leads/labels";
import { findLeadReference } from "@/domain/messaging/leads/lead-reference";
import type { LeadQuery } from "@/domain/messaging/leads/schema";
import { PERIODS } from "@/domain/messaging/periods";
import { truncate } from "@/lib/input/text";
import { PERIOD_LABELS } from "../../messages/labels";
import { hasLeadFilters, LEADS_PATH } from "../lead-urls";
import { useLeadList } from "./lead-list-context";

const SEARCH_ID = "demandes-recherche";
/** Room for a pasted message of a customer. */
const MAX_PASTED_LENGTH = 20_000;
const MAX_QUERY_LENGTH = 200;

/** `productName`: of the product in the filter. */
export function LeadFilters({ productName }: { productName: string | null }) {
  const { query, go } = useLeadList();
  const folded = [query.kind, query.period].filter((value) => value !== undefined);
  return (
    <form
      className={list.filters}
      action={LEADS_PATH}
      aria-label="Filtres des demandes"
      onSubmit={(event) => event.preventDefault()}
    >
      <ListSearch
        id={SEARCH_ID}
        label="Chercher une demande"
        placeholder="W-7K3F ou message"
        maxLength={MAX_PASTED_LENGTH}
        value={query.q}
        className={list.search}
        onSearch={(typed) => go({ q: typed && toQuery(typed), status: undefined }, "replace")}
      />
      <FilterFold count={folded.length} fold="phone" className={list.choices}>
        <SelectField
          label="Type"
          name="kind"
          value={query.kind ?? ""}
          onChange={(event) => go({ kind: (event.target.value || undefined) as LeadQuery["kind"] })}
          emptyLabel="Toutes"
          options={Object.entries(LEAD_KIND_LABELS)}
        />
        <SelectField
          label="Reçue"
          name="period"
          value={query.period ?? ""}
          onChange={(event) =>
            go({ period: (event.target.value || undefined) as LeadQuery["period"] })
          }
          emptyLabel="N'importe quand"
          options={PERIODS.map((period) => [period, PERIOD_LABELS[period]] as const)}
        />
      </FilterFold>
      {hasLeadFilters(query) && (
        <p className={list.activeFilters}>
          {productName && (
            <span className={admin.chip}>
              Produit : <UserText text={productName} />
            </span>
          )}
          {query.late && <span className={admin.chip}>Depuis plus d'un jour</span>}
          <ClearLeadFilters />
        </p>
      )}
    </form>
  );
}

/** Of a pasted message only the reference goes into the address, which browsers and logs remember. */
function toQuery(typed: string): string {
  const found = findLeadReference(typed);
  return found?.isCertain ? found.reference : truncate(typed, MAX_QUERY_LENGTH);
}

export function ClearLeadFilters() {
  const { go } = useLeadList();
  const cleared = {
    q: undefined,
    kind: undefined,
    product: undefined,
    period: undefined,
    late: undefined,
  };
  return <ClearFiltersButton searchId={SEARCH_ID} onClear={() => go(cleared)} />;
}
