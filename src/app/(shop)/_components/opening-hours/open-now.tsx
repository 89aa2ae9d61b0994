"use client";

import { useEffect, useState } from "react";
import { getOpenState } from "@/domain/settings/rules";
import type { ShopSettings } from "@/domain/settings/schema";
import type { Weekday } from "@/domain/settings/weekdays";
import { fill } from "@/lib/i18n/fill";
import styles from "./open-now.module.css";

interface Words {
  openNow: string;
  closedNow: string;
  closesAt: string;
  opensAt: string;
  opensTomorrow: string;
  opensOn: string;
  days: Record<Weekday, string>;
}

interface Props extends Pick<ShopSettings, "hours" | "exceptions"> {
  words: Words;
}

/** Computed in the browser, because the cached page may have been rendered earlier. */
export function OpenNow({ hours, exceptions, words }: Props) {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const state = now && getOpenState({ hours, exceptions }, now);
  return (
    <p className={styles.state} data-open={state?.isOpen} data-needs-script>
      {state && (
        <>
          <strong>{state.isOpen ? words.openNow : words.closedNow}</strong>
          {state.until &&
            ` · ${fill(getSentence(state, words), { time: state.until, day: getDayName(state, words) })}`}
        </>
      )}
    </p>
  );
}

type State = ReturnType<typeof getOpenState>;

function getSentence({ isOpen, inDays }: State, words: Words): string {
  if (isOpen) return words.closesAt;
  if (inDays === 0) return words.opensAt;
  return inDays === 1 ? words.opensTomorrow : words.opensOn;
}

function getDayName({ weekday }: State, words: Words): string {
  return weekday ? words.days[weekday] : "";
}
