import type { ReactNode } from "react";
import { DateField } from "@/app/admin/_components/fields/dates/date-field";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import { FilterFold } from "@/app/admin/_components/lists/filter-fold";
import { ACTION_CHOICES, ENTITY_CHOICES } from "@/domain/audit-log/labels";
import type { AuditFilters } from "@/domain/audit-log/schema";
import { isolateUserText } from "@/lib/format/bidi";
import styles from "./audit.module.css";

interface Choice {
  value: string;
  label: string;
}

interface Props {
  query: AuditFilters;
  people: { id: string; username: string }[];
}

/** A GET form: the filters are the query of the URL. */
export function AuditFilterForm({ query, people }: Props) {
  const { userId, action, entityType, from, to } = query;
  const foldedFilters = [userId, action, entityType, from, to].filter(Boolean);
  const userOptions = people.map(({ id, username }) => ({
    value: id,
    label: isolateUserText(username),
  }));
  return (
    <form method="get" className={styles.filters}>
      {query.entityId && <input type="hidden" name="entityId" value={query.entityId} />}
      {query.topic && <input type="hidden" name="topic" value={query.topic} />}
      <div className={styles.search}>
        <TextField
          label="Produit, catégorie, personne : nom ou référence"
          name="q"
          type="search"
          dir="auto"
          maxLength={100}
          defaultValue={query.q}
        />
        <button type="submit" className="button" data-variant="quiet">
          Chercher
        </button>
      </div>
      <FilterFold count={foldedFilters.length} fold="always" className={styles.fields}>
        <Select name="userId" label="Personne" value={userId}>
          <Options choices={userOptions} />
        </Select>
        <Select name="action" label="Action" value={action}>
          {ACTION_CHOICES.map(({ label, choices }) => (
            <optgroup key={label} label={label}>
              <Options choices={choices} />
            </optgroup>
          ))}
        </Select>
        <Select name="entityType" label="Sur" value={entityType}>
          <Options choices={ENTITY_CHOICES} />
        </Select>
        <DateField name="from" label="Du" defaultValue={from} />
        <DateField name="to" label="Au" defaultValue={to} />
        <button type="submit" className="button">
          Filtrer
        </button>
      </FilterFold>
    </form>
  );
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

interface SelectProps {
  name: string;
  label: string;
  value: string | undefined;
  children: ReactNode;
}

function Select({ name, label, value, children }: SelectProps) {
  return (
    <SelectField label={label} name={name} defaultValue={value ?? ""} emptyLabel="Tout">
      {children}
    </SelectField>
  );
}
