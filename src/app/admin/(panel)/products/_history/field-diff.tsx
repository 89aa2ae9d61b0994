import { diffLines, diffWords } from "diff";
import { BidiText } from "@/ui/bidi-text";
import { ResponsiveImage } from "@/ui/responsive-image";
import type { CategoryOption } from "../category-option";
import { EMPTY_TEXT, formatFieldValue } from "../format-field-value";
import { getFieldLabel } from "../labels";
import styles from "./history.module.css";

interface Props {
  field: string;
  before: unknown;
  after: unknown;
  categories: readonly CategoryOption[];
}

/** Two texts that share less than this many words are shown whole. */
const MOST_EDITS = 600;
const TEXTS = /^(name|description|details|seo)/;
const WORDS = new Intl.Segmenter("fr", { granularity: "word" });

export function FieldDiff({ field, before, after, categories }: Props) {
  const from = formatFieldValue(field, before, categories);
  const to = formatFieldValue(field, after, categories);
  return (
    <div className={styles.field}>
      <h3>{getFieldLabel(field)}</h3>
      {field === "images" && <ImageDiff before={before} after={after} />}
      <p className={styles.diff} dir="auto">
        {changesIn(field, from, to).map(({ value, added, removed }, index) => {
          const Mark = added ? "ins" : removed ? "del" : "span";
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text that never changes.
            <Mark key={index}>
              <BidiText text={value} />
            </Mark>
          );
        })}
      </p>
    </div>
  );
}

interface Piece {
  value: string;
  added?: boolean;
  removed?: boolean;
}

function changesIn(field: string, from: string, to: string): Piece[] {
  const isList = from.includes("\n") || to.includes("\n");
  const whole: Piece[] = [
    { value: from, removed: true },
    { value: isList ? "\n" : " → " },
    { value: to, added: true },
  ];
  if (from === EMPTY_TEXT || to === EMPTY_TEXT) return whole;
  if (TEXTS.test(field)) {
    return diffWords(from, to, { intlSegmenter: WORDS, maxEditLength: MOST_EDITS }) ?? whole;
  }
  return isList ? diffLines(`${from}\n`, `${to}\n`) : whole;
}

interface Shot {
  url: string;
  altText: string | null;
  width: number;
  height: number;
}

function shotsOf(value: unknown): Shot[] {
  return Array.isArray(value) ? (value as Shot[]) : [];
}

/** The photos that came and went, as pictures. */
function ImageDiff({ before, after }: { before: unknown; after: unknown }) {
  const had = shotsOf(before);
  const has = shotsOf(after);
  const came = has.filter(({ url }) => !had.some((shot) => shot.url === url));
  const went = had.filter(({ url }) => !has.some((shot) => shot.url === url));
  const shots = [
    ...came.map((shot) => ({ ...shot, kind: "Ajoutée" })),
    ...went.map((shot) => ({ ...shot, kind: "Retirée" })),
  ];
  return (
    <ul className={styles.shots} data-plain>
      {shots.map(({ kind, url, altText, width, height }) => (
        <li key={`${kind}${url}`} data-kind={kind}>
          <ResponsiveImage
            url={url}
            alt={altText ?? ""}
            width={width || 4}
            height={height || 3}
            sizes="96px"
          />
          <span>{kind}</span>
        </li>
      ))}
    </ul>
  );
}
