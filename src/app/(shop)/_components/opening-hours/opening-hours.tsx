import { getDictionary } from "@/content/dictionary";
import { groupHours } from "@/domain/settings/rules";
import type { Opening, ShopSettings } from "@/domain/settings/schema";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import styles from "./opening-hours.module.css";

interface Props {
  locale: Locale;
  settings: Pick<ShopSettings, "hours">;
}

export function OpeningHours({ locale, settings }: Props) {
  const { hours } = getDictionary(locale);
  return (
    <dl className={styles.hours}>
      {groupHours(settings.hours).map(({ from, to, openings }) => (
        <div key={from}>
          <dt>
            {from === to
              ? hours.days[from]
              : fill(hours.dayRange, { from: hours.days[from], to: hours.days[to] })}
          </dt>
          <dd>
            {openings.length === 0
              ? hours.closed
              : openings.map((opening) => <OpeningTime key={opening.open} opening={opening} />)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OpeningTime({ opening: { open, close } }: { opening: Opening }) {
  return (
    <span dir="ltr">
      <time>{open}</time>–<time>{close}</time>
    </span>
  );
}
