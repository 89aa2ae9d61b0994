"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { suggestionTexts } from "@/content/suggestions";
import type { Suggestions } from "@/domain/search/schema";
import { formatNumber, plural } from "@/lib/format/format";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "@/ui/bidi-text";
import { useCombobox } from "@/ui/combobox/use-combobox";
import { type TypedAnswer, useTypedAnswer } from "@/ui/combobox/use-typed-answer";
import { Icon } from "@/ui/icons/icon";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { clearField } from "../clear-field";
import { recordSearch } from "../record-search";
import formStyles from "../search-form.module.css";
import { fetchSuggestions } from "./fetch-suggestions";
import { StartOptions } from "./start-options";
import { SuggestedOptions } from "./suggested-options";
import styles from "./suggestion-box.module.css";
import { useRecentSearches } from "./use-recent-searches";
import { useSheet } from "./use-sheet";
import { useSubmittedText, useTyping } from "./use-typing";

export interface SuggestionBoxProps {
  field: RefObject<HTMLInputElement | null>;
  /** The id of the field. */
  id: string;
  locale: Locale;
  /** The content of the button that clears the field. */
  clear: ReactNode;
}

const DELAY_MS = 150;
/** One letter says too little. */
const MIN_LENGTH = 2;

const SEARCHES = { fr: buildSearch("fr"), ar: buildSearch("ar") };

function buildSearch(locale: Locale) {
  const load = (q: string, signal: AbortSignal) => fetchSuggestions(q, locale, signal);
  return { load, delayMs: DELAY_MS };
}

/** The suggestions of a search field: a list below it on a desktop; on a phone they fill the screen, with the field on top. */
export function SuggestionBox({ field, id, locale, clear }: SuggestionBoxProps) {
  const list = useRef<HTMLDivElement>(null);
  const { text, isOpen, setOpen } = useTyping(field);
  const recent = useRecentSearches(isOpen);
  useSubmittedText(field, (submitted) => {
    recent.add(submitted);
    setOpen(false);
  });
  const words = text.replace(/\s+/g, " ").trim();
  const asked = words.length < MIN_LENGTH ? "" : words;
  const last = useTypedAnswer(asked, SEARCHES[locale]);
  const isStart = last === null || last.text === "";
  const options = countOptions(last) + (isStart ? recent.searches.length : 0);
  const listId = `${id}-suggestions`;
  const activeId = useCombobox({
    field,
    list,
    listId: options > 0 ? listId : null,
    isOpen,
    onToggle: setOpen,
    onClear: () => field.current && clearField(field.current),
  });
  const close = () => {
    setOpen(false);
    field.current?.blur();
  };
  useSheet(field, isOpen, close);
  useSearchRecord(isOpen ? last : null);
  const onChoose = (search?: string) => {
    if (search !== undefined) recent.add(search);
    if (search !== undefined && field.current) field.current.value = search;
    close();
  };
  const context = { id, locale, activeId, onChoose };
  const texts = suggestionTexts[locale];
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={formStyles.clear}
        onClick={() => field.current && clearField(field.current)}
      >
        {clear}
      </button>
      <p role="status" className="visually-hidden">
        {isOpen && !isStart && last.text === asked && describeCount(last.answer.total, locale)}
      </p>
      {isOpen && (
        <div className={`${styles.box} ph-no-capture`} data-suggestions>
          <button type="button" className={styles.back} onClick={close}>
            <Icon name="arrow-left" />
            <VisuallyHidden>{texts.close}</VisuallyHidden>
          </button>
          {!isStart && <AnswerNote last={last} locale={locale} />}
          {options > 0 && (
            <div
              ref={list}
              role="listbox"
              id={listId}
              aria-label={texts.label}
              tabIndex={-1}
              className={styles.list}
              // Keeps the focus in the field when an option is pressed.
              onMouseDown={(event) => event.preventDefault()}
            >
              {isStart ? (
                <StartOptions context={context} recent={recent} suggestions={last?.answer} />
              ) : (
                <SuggestedOptions context={context} query={last.text} suggestions={last.answer} />
              )}
            </div>
          )}
        </div>
      )}
    </>
  );
}

type Answer = TypedAnswer<Suggestions>;

function countOptions(last: Answer | null): number {
  if (last === null) return 0;
  const { queries, categories, products, total } = last.answer;
  return queries.length + categories.length + products.length + total;
}

function describeCount(total: number, locale: Locale): string {
  return fill(plural(total, locale, suggestionTexts[locale].found), { count: formatNumber(total) });
}

/** Says that nothing was found, or which spelling was searched instead. */
function AnswerNote({ last, locale }: { last: Answer; locale: Locale }) {
  const { none, corrected } = suggestionTexts[locale];
  const { total, correctedQuery } = last.answer;
  if (total > 0 && correctedQuery === null) return null;
  const [note, words] = total === 0 ? [none, last.text] : [corrected, correctedQuery ?? ""];
  return (
    <p className={styles.note}>
      <bdi>
        <BidiText text={fill(note, { words })} lang={locale} />
      </bdi>
    </p>
  );
}

/** Counts the answers that are shown, for staff. */
function useSearchRecord(last: Answer | null): void {
  useEffect(() => {
    if (last === null || last.text === "") return;
    const { total, correctedQuery } = last.answer;
    const answer = { total, correctedQuery, isApproximate: false };
    recordSearch({ q: last.text, source: "suggestions", ...answer });
  }, [last]);
}
