import type { ReactNode } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { DateInput } from "@/app/admin/_components/fields/dates/date-field";
import { Field } from "@/app/admin/_components/fields/field";
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
        <Field label="Produit, catégorie, personne : nom ou référence" name="q">
          {(control) => (
            <input
              {...control}
              type="search"
              dir="auto"
              className={admin.input}
              maxLength={100}
              defaultValue={query.q}
            />
          )}
        </Field>
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
        <Day name="from" label="Du" value={from} />
        <Day name="to" label="Au" value={to} />
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
    <Field label={label} name={name}>
      {(control) => (
        <select {...control} className={admin.select} defaultValue={value ?? ""}>
          <option value="">Tout</option>
          {children}
        </select>
      )}
    </Field>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <Field label={label} name={name}>
      {(control) => <DateInput {...control} label={label} defaultValue={value} />}
    </Field>
  );
}
