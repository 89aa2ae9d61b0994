import admin from "@/app/admin/_components/admin.module.css";
import { DateField } from "@/app/admin/_components/fields/dates/date-field";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import { FilterFold } from "@/app/admin/_components/lists/filter-fold";
import { SOURCE_LABELS } from "@/domain/newsletter/subscribers/labels";
import type { SubscriberQuery } from "@/domain/newsletter/subscribers/schema";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import styles from "./subscribers.module.css";

interface Props {
  query: SubscriberQuery;
  /** Why the search term was rejected. */
  searchError: string | undefined;
}

/** A GET form: the filters are the query of the URL. */
export function SubscriberFilterForm({ query, searchError }: Props) {
  const foldedFilters = [query.locale, query.source, query.from, query.to].filter(Boolean);
  return (
    <form method="get" className={styles.filters} aria-label="Filtres de la liste">
      {query.status && <input type="hidden" name="status" value={query.status} />}
      <TextField
        label={<span className="visually-hidden">Adresse e-mail</span>}
        name="q"
        error={searchError}
        type="search"
        maxLength={254}
        autoComplete="off"
        placeholder="Adresse e-mail"
        dir="ltr"
        defaultValue={query.q}
      />
      <FilterFold count={foldedFilters.length} fold="phone" className={styles.folded}>
        <SelectField
          name="locale"
          label="Langue"
          defaultValue={query.locale ?? ""}
          emptyLabel="Toutes"
          options={Object.entries(LANGUAGE_LABELS)}
        />
        <SelectField
          name="source"
          label="Source"
          defaultValue={query.source ?? ""}
          emptyLabel="Toutes"
          options={Object.entries(SOURCE_LABELS)}
        />
        <DateField name="from" label="Inscrit du" defaultValue={query.from} />
        <DateField name="to" label="au" defaultValue={query.to} />
        <div className={admin.row}>
          <button type="submit" className="button" data-variant="quiet">
            Filtrer
          </button>
          <a className="button" data-variant="ghost" href="/admin/newsletter">
            Tout voir
          </a>
        </div>
      </FilterFold>
    </form>
  );
}
