import { ACTION_CHOICES, ENTITY_CHOICES } from "@/domain/audit/labels";
import type { AuditFilters } from "@/domain/audit/schema";
import { Field } from "../../_components/field";
import panel from "../../_components/panel.module.css";
import styles from "./audit.module.css";

interface Choice {
  value: string;
  label: string;
}

interface Props {
  query: AuditFilters;
  people: { id: string; username: string }[];
}

/** A plain form: the filters are the address, and work before any script does. */
export function AuditFilterForm({ query, people }: Props) {
  const persons = people.map(({ id, username }) => ({ value: id, label: username }));
  return (
    <form method="get" className={styles.filters}>
      {query.entityId && <input type="hidden" name="entityId" value={query.entityId} />}
      <Choices name="userId" label="Personne" value={query.userId} choices={persons} />
      <Choices name="action" label="Action" value={query.action} choices={ACTION_CHOICES} />
      <Choices name="entityType" label="Sur" value={query.entityType} choices={ENTITY_CHOICES} />
      <Day name="from" label="Du" value={query.from} />
      <Day name="to" label="Au" value={query.to} />
      <div className={styles.buttons}>
        <button type="submit" className="button">
          Filtrer
        </button>
        <a className="button" data-variant="ghost" href="/admin/audit">
          Tout voir
        </a>
      </div>
    </form>
  );
}

function Choices(props: {
  name: string;
  label: string;
  value: string | undefined;
  choices: Choice[];
}) {
  return (
    <Field label={props.label} name={props.name}>
      {(control) => (
        <select {...control} className={panel.select} defaultValue={props.value ?? ""}>
          <option value="">Tout</option>
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <Field label={label} name={name}>
      {(control) => <input {...control} className={panel.input} type="date" defaultValue={value} />}
    </Field>
  );
}
