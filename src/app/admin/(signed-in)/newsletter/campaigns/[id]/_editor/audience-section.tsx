"use client";

import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { DateField } from "@/app/admin/_components/fields/dates/date-field";
import { SelectField } from "@/app/admin/_components/fields/fields";
import { CAMPAIGN_FIELDS } from "@/domain/campaigns/fields";
import type { Audience, AudienceCount } from "@/domain/campaigns/schema";
import { SOURCE_LABELS } from "@/domain/newsletter/subscribers/labels";
import { getFormLabel } from "@/lib/field-table";
import { formatNumber, plural } from "@/lib/format/format";
import { api } from "@/lib/http/api-client";
import { lookup } from "@/lib/lookup";
import styles from "./editor.module.css";

/** A saved segment of visits. */
export interface Segment {
  id: string;
  name: string;
}

interface Props {
  audience: Audience;
  initialCount: AudienceCount;
  segments: readonly Segment[];
  onCount: (count: number) => void;
  onChange: (audience: Audience) => void;
}

const FIELDS = CAMPAIGN_FIELDS.audience.parts;

export function AudienceSection({ audience, initialCount, segments, onCount, onChange }: Props) {
  const { count, sources } = useAudienceCount(audience, initialCount);
  useEffect(() => onCount(count), [count, onCount]);
  const change = (fields: Partial<Audience>) => onChange({ ...audience, ...fields });
  const toggle = (source: string) =>
    change({
      sources: audience.sources.includes(source)
        ? audience.sources.filter((other) => other !== source)
        : [...audience.sources, source],
    });
  return (
    <section className={admin.card} aria-labelledby="destinataires">
      <h2 id="destinataires">{CAMPAIGN_FIELDS.audience.label}</h2>
      <p role="status" className={styles.count}>
        {formatPeople(count)}
      </p>
      <div className={admin.grid}>
        <SelectField
          label={getFormLabel(FIELDS.locale)}
          name="audience-locale"
          emptyLabel="Toutes"
          options={Object.entries(FIELDS.locale.choices)}
          value={audience.locale ?? ""}
          onChange={(event) =>
            change({ locale: (event.target.value || null) as Audience["locale"] })
          }
        />
        <DateField
          label={FIELDS.from.label}
          name="audience-from"
          value={audience.from ?? ""}
          onChange={(day) => change({ from: day || null })}
        />
        <DateField
          label={FIELDS.to.label}
          name="audience-to"
          value={audience.to ?? ""}
          onChange={(day) => change({ to: day || null })}
        />
        {(segments.length > 0 || audience.segment) && (
          <SelectField
            label={FIELDS.segment.label}
            name="audience-segment"
            emptyLabel="Tous les abonnés"
            options={listSegmentOptions(segments, audience.segment)}
            value={audience.segment ?? ""}
            hint="Seuls comptent les abonnés qui ont accepté d'être reconnus, d'après leurs visites des trois derniers mois."
            onChange={(event) => change({ segment: event.target.value || null })}
          />
        )}
      </div>
      {sources.length > 0 && (
        <fieldset className={styles.sources}>
          <legend>{FIELDS.sources.label}</legend>
          <p className={admin.hint}>Sans choix : de partout.</p>
          {sources.map(({ source, count: sourceCount }) => (
            <label key={source} className={admin.checkbox}>
              <input
                type="checkbox"
                checked={audience.sources.includes(source)}
                onChange={() => toggle(source)}
              />
              {lookup(SOURCE_LABELS, source) ?? (source || "Origine inconnue")} (
              {formatNumber(sourceCount)})
            </label>
          ))}
        </fieldset>
      )}
    </section>
  );
}

function listSegmentOptions(segments: readonly Segment[], chosen: string | null) {
  const options = segments.map(({ id, name }) => [id, name] as const);
  const isDeleted = chosen !== null && !segments.some(({ id }) => id === chosen);
  return isDeleted ? [...options, [chosen, "Segment supprimé"] as const] : options;
}

export function formatPeople(count: number): string {
  const word = plural(count, "fr", { one: "personne", other: "personnes" });
  return `${formatNumber(count)} ${word}`;
}

const DEBOUNCE_MS = 400;

function useAudienceCount(audience: Audience, initial: AudienceCount): AudienceCount {
  const [audienceCount, setAudienceCount] = useState(initial);
  const query = toAudienceQuery(audience);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api<AudienceCount>(`/api/admin/newsletter/campaign/audience?${query}`, {
        signal: abort.signal,
      })
        .then(setAudienceCount)
        .catch(() => undefined);
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return audienceCount;
}

export function toAudienceQuery({ locale, sources, from, to, segment }: Audience): string {
  const query = new URLSearchParams();
  if (locale) query.set("locale", locale);
  if (from) query.set("from", from);
  if (to) query.set("to", to);
  if (segment) query.set("segment", segment);
  for (const source of sources) query.append("source", source);
  return query.toString();
}
