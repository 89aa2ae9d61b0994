import { useEffect, useState } from "react";
import {
  addRecentSearch,
  clearRecentSearches,
  listRecentSearches,
  removeRecentSearch,
} from "./recent-searches";

/** The recent searches of this device. */
export function useRecentSearches(isOpen: boolean) {
  const [searches, setSearches] = useState(listRecentSearches);
  const change = (act: () => void) => {
    act();
    setSearches(listRecentSearches());
  };

  // Another field or tab may have changed them.
  useEffect(() => {
    if (isOpen) setSearches(listRecentSearches());
  }, [isOpen]);

  return {
    searches,
    add: (words: string) => change(() => addRecentSearch(words)),
    remove: (words: string) => change(() => removeRecentSearch(words)),
    clear: () => change(clearRecentSearches),
  };
}
