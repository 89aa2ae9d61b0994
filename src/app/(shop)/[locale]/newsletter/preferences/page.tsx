import type { Metadata } from "next";
import { getNewsletterDictionary } from "@/content/newsletter";
import type { SubscriptionDetails } from "@/domain/newsletter/schema";
import { findSubscriptionByToken } from "@/domain/newsletter/subscription/published";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { NewLinkForm } from "../new-link-form";
import {
  buildPrivatePageMetadata,
  HomeLink,
  LinkError,
  type LinkPageProps,
  NewsletterPage,
  readLinkParams,
  WriteToShop,
} from "../newsletter-page";
import styles from "../newsletter-page.module.css";
import { TokenForm } from "../token-form";

const PATH = "/newsletter/preferences";

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { locale } = await readLinkParams(props, PATH);
  const { title } = getNewsletterDictionary(locale).preferences;
  return buildPrivatePageMetadata(locale, PATH, title);
}

export default async function PreferencesPage(props: LinkPageProps) {
  const { locale, token, outcome } = await readLinkParams(props, PATH);
  const { preferences, unknown } = getNewsletterDictionary(locale);
  const subscription = await findSubscriptionByToken(token);
  if (!subscription) {
    const isErased = outcome === "efface";
    return (
      <NewsletterPage locale={locale} title={isErased ? preferences.erased : preferences.title}>
        <p>{isErased ? preferences.erasedText : unknown}</p>
        {!isErased && (
          <>
            <NewLinkForm locale={locale} />
            <WriteToShop locale={locale} />
          </>
        )}
        <HomeLink locale={locale} />
      </NewsletterPage>
    );
  }
  return (
    <NewsletterPage locale={locale} title={preferences.title}>
      <LinkError locale={locale} outcome={outcome} />
      {outcome === "langue" && (
        <p role="status" className={styles.done}>
          {preferences.saved}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{preferences.address}</dt>
        <dd dir="ltr">{subscription.email}</dd>
        <dt>{preferences.state}</dt>
        <dd>{preferences.states[subscription.status]}</dd>
      </dl>
      <Choices locale={locale} token={token} subscription={subscription} />
    </NewsletterPage>
  );
}

interface ChoicesProps {
  locale: Locale;
  token: string;
  subscription: SubscriptionDetails;
}

function Choices({ locale, token, subscription }: ChoicesProps) {
  const { preferences } = getNewsletterDictionary(locale);
  const link = { locale, token };
  return (
    <>
      <section className={styles.part}>
        <TokenForm {...link} route="preferences" action={preferences.save} variant="quiet">
          <fieldset className={styles.languages}>
            <legend>{preferences.language}</legend>
            {LOCALES.map((language) => (
              <label key={language} lang={language}>
                <input
                  type="radio"
                  name="language"
                  value={language}
                  defaultChecked={language === subscription.language}
                />
                {preferences.languages[language]}
              </label>
            ))}
          </fieldset>
        </TokenForm>
      </section>
      <SubscriptionSwitch {...link} subscription={subscription} />
      <section className={styles.part}>
        <h2>{preferences.data}</h2>
        <p>{preferences.dataText}</p>
        <TokenForm {...link} route="export" action={preferences.export} variant="quiet" />
        <h2>{preferences.erase}</h2>
        <p>{preferences.eraseText}</p>
        <TokenForm {...link} route="erase" action={preferences.eraseAction} variant="danger">
          <label className={styles.sure}>
            <input type="checkbox" required />
            {preferences.eraseSure}
          </label>
        </TokenForm>
      </section>
    </>
  );
}

/** Resubscribing starts a new subscription with its own confirmation e-mail: a forwarded link must not resubscribe its owner. */
function SubscriptionSwitch({ locale, token, subscription }: ChoicesProps) {
  const { preferences } = getNewsletterDictionary(locale);
  if (subscription.status === "CONFIRMED" || subscription.status === "PENDING") {
    return (
      <section className={styles.part}>
        <h2>{preferences.stop}</h2>
        <p>{preferences.stopText}</p>
        <TokenForm
          locale={locale}
          token={token}
          route="unsubscribe"
          action={preferences.stop}
          variant="quiet"
        />
      </section>
    );
  }
  return (
    <section className={styles.part}>
      <h2>{preferences.return}</h2>
      <p>{preferences.returnText}</p>
      <form method="post" action="/api/public/newsletter/subscribe" className={styles.form}>
        <input type="hidden" name="email" value={subscription.email} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="source" value="preferences" />
        <button type="submit" className="button">
          {preferences.returnAction}
        </button>
      </form>
    </section>
  );
}
