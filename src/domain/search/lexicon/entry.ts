/**
 * Terms of the trade in French, Arabic and Darija. Lookup folds both sides, so that accents, hamza, French plurals,
 * the Arabic article and the ending ات need no entry of their own; broken plurals do.
 */
export interface LexiconEntry {
  /** Without `finds`, each of these terms finds the others. */
  terms: readonly string[];
  /** One way: a search for one of `terms` also finds these, but not the reverse. */
  finds?: readonly string[];
}
