"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SelectField } from "@/app/admin/_components/fields/fields";
import list from "@/app/admin/_components/filtered-list.module.css";
import { FilterFold } from "@/app/admin/_components/lists/filter-fold";
import { ClearFiltersButton, ListSearch } from "@/app/admin/_components/lists/list-search";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { InboxQuery } from "@/domain/messaging/inbox/schema";
import { PERIODS } from "@/domain/messaging/periods";
import { isolateUserText } from "@/lib/format/bidi";
import { INBOX_PATH, toFilterParams } from "../inbox-url";
import { PERIOD_LABELS } from "../labels";
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
    <form
      className={list.filters}
      action={INBOX_PATH}
      aria-label="Filtres des messages"
      onSubmit={(event) => event.preventDefault()}
    >
      <ListSearch
        id={SEARCH_ID}
        label="Rechercher un message"
        placeholder="Nom, e-mail, téléphone, texte, EO-1042"
        value={query.q}
        className={list.search}
        onSearch={(q) => go({ q }, "replace")}
      />
      <FilterFold count={Object.keys(foldedFilters).length} fold="phone" className={list.choices}>
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
        <SelectField
          label="Reçu"
          name="period"
          value={query.period ?? ""}
          onChange={(event) =>
            go({ period: (event.target.value || undefined) as InboxQuery["period"] })
          }
          emptyLabel="N'importe quand"
        >
          {PERIODS.map((period) => (
            <option key={period} value={period}>
              {PERIOD_LABELS[period]}
            </option>
          ))}
        </SelectField>
      </FilterFold>
      {Object.keys(filters).length > 0 && (
        <p className={list.activeFilters}>
          {productName && (
            <span className={admin.chip}>
              Produit : <UserText text={productName} />
            </span>
          )}
          <ClearFilters />
        </p>
      )}
    </form>
  );
}

export function ClearFilters() {
  const { go } = useInboxActions();
  const cleared = { q: undefined, assignee: undefined, product: undefined, period: undefined };
  return <ClearFiltersButton searchId={SEARCH_ID} onClear={() => go(cleared)} />;
}
