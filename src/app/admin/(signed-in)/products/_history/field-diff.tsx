import { diffLines, diffWords } from "diff";
import { findProductField } from "@/domain/catalogue/products/fields";
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

/** Texts that differ by more words are shown as one removal and one addition. */
const MAX_EDITS = 600;
const WORD_SEGMENTER = new Intl.Segmenter("fr", { granularity: "word" });

export function FieldDiff({ field, before, after, categories }: Props) {
  const from = formatFieldValue(field, before, categories);
  const to = formatFieldValue(field, after, categories);
  return (
    <div className={styles.field}>
      <h3>{getFieldLabel(field)}</h3>
      {field === "images" && <ImageDiff before={before} after={after} />}
      <p className={styles.diff} dir="auto">
        {diffText(field, from, to).map(({ value, added, removed }, index) => {
          const Mark = added ? "ins" : removed ? "del" : "span";
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a static text never reorder.
            <Mark key={index}>
              <BidiText text={value} />
            </Mark>
          );
        })}
      </p>
    </div>
  );
}

interface DiffPart {
  value: string;
  added?: boolean;
  removed?: boolean;
}

function diffText(field: string, from: string, to: string): DiffPart[] {
  const isList = from.includes("\n") || to.includes("\n");
  const whole: DiffPart[] = [
    { value: from, removed: true },
    { value: isList ? "\n" : " → " },
    { value: to, added: true },
  ];
  if (from === EMPTY_TEXT || to === EMPTY_TEXT) return whole;
  const kind = findProductField(field)?.kind;
  if (kind === "text" || kind === "richText") {
    return (
      diffWords(from, to, { intlSegmenter: WORD_SEGMENTER, maxEditLength: MAX_EDITS }) ?? whole
    );
  }
  return isList ? diffLines(`${from}\n`, `${to}\n`) : whole;
}

interface VersionImage {
  url: string;
  altText: string | null;
  width: number;
  height: number;
}

function toImages(value: unknown): VersionImage[] {
  return Array.isArray(value) ? (value as VersionImage[]) : [];
}

/** Shows added and removed images. */
function ImageDiff({ before, after }: { before: unknown; after: unknown }) {
  const oldImages = toImages(before);
  const newImages = toImages(after);
  const added = newImages.filter(({ url }) => !oldImages.some((image) => image.url === url));
  const removed = oldImages.filter(({ url }) => !newImages.some((image) => image.url === url));
  const images = [
    ...added.map((image) => ({ ...image, kind: "Ajoutée" })),
    ...removed.map((image) => ({ ...image, kind: "Retirée" })),
  ];
  return (
    <ul className={styles.images} data-plain>
      {images.map(({ kind, url, altText, width, height }) => (
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
