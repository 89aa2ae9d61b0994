import { bathroom } from "./lexicon/bathroom";
import { electricity } from "./lexicon/electricity";
import type { LexiconEntry } from "./lexicon/entry";
import { hardware } from "./lexicon/hardware";
import { joinery } from "./lexicon/joinery";
import { lighting } from "./lexicon/lighting";
import { masonry } from "./lexicon/masonry";
import { materials } from "./lexicon/materials";
import { paint } from "./lexicon/paint";
import { plumbing } from "./lexicon/plumbing";
import { sanitary } from "./lexicon/sanitary";
import { tiles } from "./lexicon/tiles";
import { tools } from "./lexicon/tools";

/** The lexicon that a new shop starts with; staff add to it. */
export const lexicon: readonly LexiconEntry[] = [
  ...tiles,
  ...masonry,
  ...plumbing,
  ...sanitary,
  ...bathroom,
  ...lighting,
  ...electricity,
  ...paint,
  ...tools,
  ...joinery,
  ...hardware,
  ...materials,
];
