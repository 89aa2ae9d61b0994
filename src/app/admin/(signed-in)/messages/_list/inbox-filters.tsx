"use client";

import { SelectField } from "@/app/admin/_components/fields/fields";
import { FilterForm, FilterSearch } from "@/app/admin/_components/filtered-list/filter-form";
import { ClearFiltersButton } from "@/app/admin/_components/lists/list-search";
import { isolateUserText } from "@/lib/format/bidi";
import { INBOX_PATH, toFilterParams } from "../inbox-url";
import { PeriodField } from "../period-field";
import { useInboxActions } from "./inbox-actions";

const SEARCH_ID = "messages-recherche";

interface Props {
  assignees: readonly { id: string; username: string }[];
  /** Name of the product in the filter. */
  productName: string | null;
}

export function InboxFilters({ assignees, productName }: Props) {
  const { query, go } = useInboxActions();
  const { folder: _, ...filters } = toFilterParams(query);
  const { q: __, product: ___, ...foldedFilters } = filters;
  return (
    <FilterForm
      path={INBOX_PATH}
      label="Filtres des messages"
      search={
        <FilterSearch
          id={SEARCH_ID}
          label="Rechercher un message"
          placeholder="Nom, e-mail, téléphone, texte, EO-1042"
          value={query.q}
          onSearch={(q) => go({ q }, "replace")}
        />
      }
      foldedCount={Object.keys(foldedFilters).length}
      productName={productName}
      active={Object.keys(filters).length > 0 && <ClearFilters />}
    >
      <SelectField
        label="Confié à"
        name="assignee"
        value={query.assignee ?? ""}
        onChange={(event) => go({ assignee: event.target.value || undefined })}
        emptyLabel="Tout le monde"
      >
        <option value="me">Moi</option>
        <option value="none">Personne</option>
        {assignees.map(({ id, username }) => (
          <option key={id} value={id}>
            {isolateUserText(username)}
          </option>
        ))}
      </SelectField>
      <PeriodField label="Reçu" value={query.period} onChoose={(period) => go({ period })} />
    </FilterForm>
  );
}

export function ClearFilters() {
  const { go } = useInboxActions();
  const cleared = { q: undefined, assignee: undefined, product: undefined, period: undefined };
  return <ClearFiltersButton searchId={SEARCH_ID} onClear={() => go(cleared)} />;
}
