"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SelectField } from "@/app/admin/_components/fields/fields";
import { FilterForm, FilterSearch } from "@/app/admin/_components/filtered-list/filter-form";
import { ClearFiltersButton } from "@/app/admin/_components/lists/list-search";
import { LEAD_KIND_LABELS } from "@/domain/messaging/leads/labels";
import { findLeadReference } from "@/domain/messaging/leads/lead-reference";
import type { LeadQuery } from "@/domain/messaging/leads/schema";
import { truncate } from "@/lib/input/text";
import { PeriodField } from "../../messages/period-field";
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
    <FilterForm
      path={LEADS_PATH}
      label="Filtres des demandes"
      search={
        <FilterSearch
          id={SEARCH_ID}
          label="Chercher une demande"
          placeholder="W-7K3F ou message"
          maxLength={MAX_PASTED_LENGTH}
          value={query.q}
          onSearch={(typed) => go({ q: typed && toQuery(typed), status: undefined }, "replace")}
        />
      }
      foldedCount={folded.length}
      productName={productName}
      active={
        hasLeadFilters(query) && (
          <>
            {query.late && <span className={admin.chip}>Depuis plus d'un jour</span>}
            <ClearLeadFilters />
          </>
        )
      }
    >
      <SelectField
        label="Type"
        name="kind"
        value={query.kind ?? ""}
        onChange={(event) => go({ kind: (event.target.value || undefined) as LeadQuery["kind"] })}
        emptyLabel="Toutes"
        options={Object.entries(LEAD_KIND_LABELS)}
      />
      <PeriodField label="Reçue" value={query.period} onChoose={(period) => go({ period })} />
    </FilterForm>
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
