import { randomUUID } from "node:crypto";
import { getNewsletterDictionary } from "@/content/newsletter";
import { LOCALES } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { findViolations } from "../axe";
import { DEVICE_TAG_BY_LOCALE, expect, test, visit, waitForHydration } from "../fixtures";
import { getLink, waitForMail } from "../newsletter-mails";
import { PRODUCTS } from "../pages";

test.use({ allowApiErrors: true });

const SUBJECTS = {
  fr: { confirm: "Confirmez votre inscription", welcome: "est confirmée", links: "nouveau lien" },
  ar: { confirm: "أكّدوا اشتراككم", welcome: "تم تأكيد اشتراككم", links: "رابطكم الجديد" },
} as const;

test.beforeEach(async ({ database }) => {
  // All subscribers of this file share one IP address.
  await database.query(`DELETE FROM "RateLimit" WHERE "key" LIKE 'newsletter%'`);
});

const newEmail = () => `e2e-${randomUUID().slice(0, 8)}@example.test`;

for (const locale of LOCALES) {
  const words = getNewsletterDictionary(locale);
  const at = (path: string) => localPath(locale, path);

  test.describe(`The newsletter (${locale})`, { tag: DEVICE_TAG_BY_LOCALE[locale] }, () => {
    test("is requested in the footer, confirmed by mail, configured, cancelled and erased", async ({
      page,
      database,
    }) => {
      const email = newEmail();
      const findStatus = async () => {
        const sql = `SELECT "status"::text, "locale"::text, "source" FROM "NewsletterSubscriber" WHERE "email" = $1`;
        return (await database.query(sql, [email])).rows[0];
      };
      await visit(page, at("/contact"));
      const footer = page.getByRole("contentinfo");
      const field = await waitForHydration(footer.getByLabel(words.email));
      await field.fill(email);
      await footer.getByRole("button", { name: words.submit }).click();
      await expect(footer.getByRole("status")).toHaveText(words.sent);
      await expect(footer.getByRole("status")).toBeFocused();
      expect(await findStatus()).toMatchObject({ status: "PENDING", source: "footer" });

      const asked = await waitForMail(email, SUBJECTS[locale].confirm);
      await visit(page, getLink(asked, "/newsletter/confirmer"));
      expect(await findStatus()).toMatchObject({ status: "PENDING" });
      await page.getByRole("button", { name: words.confirm.action }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.confirm.done);
      expect(await findStatus()).toMatchObject({ status: "CONFIRMED" });

      await visit(page, getLink(asked, "/newsletter/confirmer"));
      await page.getByRole("button", { name: words.confirm.action }).click();
      await expect(page.getByRole("main")).toContainText(words.dead);

      const welcome = await waitForMail(email, SUBJECTS[locale].welcome);
      const preferences = getLink(welcome, "/newsletter/preferences");
      await visit(page, preferences);
      await expect(page.getByRole("main")).toContainText(email);
      const other = locale === "fr" ? "ar" : "fr";
      await page.getByLabel(words.preferences.languages[other]).check();
      await page.getByRole("button", { name: words.preferences.save }).click();
      await expect(page.getByRole("main").getByRole("status")).toHaveText(words.preferences.saved);
      expect(await findStatus()).toMatchObject({ locale: other.toUpperCase() });

      await visit(page, getLink(welcome, "/newsletter/desinscription"));
      expect(await findStatus()).toMatchObject({ status: "CONFIRMED" });
      await page.getByRole("button", { name: words.unsubscribe.action }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.unsubscribe.done);
      expect(await findStatus()).toMatchObject({ status: "UNSUBSCRIBED" });

      await visit(page, preferences);
      await page.getByLabel(words.preferences.eraseSure).check();
      await page.getByRole("button", { name: words.preferences.eraseAction }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.preferences.erased);
      expect(await findStatus()).toBeUndefined();
    });

    test("shows an error for an invalid address, and preserves it", async ({ page }) => {
      await visit(page, at("/contact"));
      const footer = page.getByRole("contentinfo");
      const field = await waitForHydration(footer.getByLabel(words.email));
      // The browser accepts the address; the shop does not.
      await field.fill("fatima@exemple");
      await footer.getByRole("button", { name: words.submit }).click();
      await expect(footer.getByRole("alert")).toHaveText(words.wrong.adresse);
      await expect(field).toBeFocused();
      await expect(field).toHaveValue("fatima@exemple");
      await expect(field).toHaveAttribute("aria-invalid", "true");
    });

    for (const path of [
      "/newsletter/inscription?source=footer",
      "/newsletter/nouveau-lien",
      "/newsletter/confirmer?token=x",
      "/newsletter/desinscription?token=x",
      "/newsletter/preferences?token=x",
    ]) {
      test(`has an accessible page: ${path}`, async ({ page }) => {
        await page.setViewportSize({ width: 320, height: 700 });
        await visit(page, at(path));
        expect(await findViolations(page)).toEqual([]);
        const [content, seen] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          window.innerWidth,
        ]);
        expect(content).toBeLessThanOrEqual(seen);
        await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
      });
    }
  });

  test.describe(`The newsletter without JavaScript (${locale})`, {
    tag: DEVICE_TAG_BY_LOCALE[locale],
  }, () => {
    test.use({ javaScriptEnabled: false });

    test("is requested on a product page, which stays open, and confirmed", async ({
      page,
      database,
    }) => {
      const email = newEmail();
      await visit(page, at(PRODUCTS.withVariations));
      const band = page.getByRole("contentinfo");
      await band.getByLabel(words.email).fill(email);
      await band.getByRole("button", { name: words.submit }).click();
      await expect(page).toHaveURL((url) => url.pathname === at("/newsletter/merci"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.thanks.title);
      const { rows } = await database.query(
        `SELECT e."source" FROM "ConsentEvent" e JOIN "NewsletterSubscriber" s ON s."id" = e."subscriberId" WHERE s."email" = $1`,
        [email],
      );
      expect(rows).toEqual([{ source: "footer" }]);
      const asked = await waitForMail(email, SUBJECTS[locale].confirm);
      await visit(page, getLink(asked, "/newsletter/confirmer"));
      await page.getByRole("button", { name: words.confirm.action }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.confirm.done);
    });

    test("shows no success for a forged URL", async ({ request }) => {
      const { confirm, unsubscribe, preferences, thanks, newLink } = words;
      const successes = [
        confirm.done,
        unsubscribe.done,
        preferences.erased,
        thanks.title,
        newLink.sent,
      ];
      for (const path of [
        "confirmer",
        "desinscription",
        "preferences",
        "merci",
        "inscription",
        "nouveau-lien",
      ]) {
        for (const query of ["etat=fait", "etat=efface&token=x", "etat=langue", "token=eyJzIjoi"]) {
          const response = await request.get(at(`/newsletter/${path}?${query}`));
          expect(response.status(), path).toBe(200);
          const [, heading = ""] = /<h1\b[^>]*>([^<]+)</.exec(await response.text()) ?? [];
          expect(heading, path).not.toBe("");
          expect(successes).not.toContain(heading);
        }
      }
    });

    test("reports a damaged link, and offers another way", async ({ page }) => {
      await visit(page, at("/newsletter/desinscription?token=eyJzIjoi"));
      await expect(page.getByText(words.unsubscribe.broken)).toBeVisible();
      await expect(page.getByRole("button", { name: words.unsubscribe.action })).toHaveCount(0);
      const way = page.getByRole("main").getByRole("link", { name: words.writeToShop.action });
      await expect(way).toHaveAttribute("href", at("/contact"));
    });

    for (const path of ["desinscription", "preferences"]) {
      test(`mails a new link from a damaged one (${path})`, async ({ page, database }) => {
        const email = newEmail();
        await database.query(
          `INSERT INTO "NewsletterSubscriber" ("id", "email", "emailHmac", "status", "isSubscribed") VALUES ($1, $2, $1, 'CONFIRMED', true)`,
          [randomUUID(), email],
        );
        const main = page.getByRole("main");
        const requestNewsletter = async (address: string) => {
          await main.getByLabel(words.email).fill(address);
          await main.getByRole("button", { name: words.newLink.action }).click();
        };
        await visit(page, at(`/newsletter/${path}?token=eyJzIjoi`));
        await requestNewsletter("fatima@exemple");
        await expect(main.getByRole("alert")).toHaveText(words.wrong.adresse);
        await expect(main.getByLabel(words.email)).toHaveValue("fatima@exemple");
        await requestNewsletter(email);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.newLink.sent);
        await expect(main).toContainText(words.newLink.sentText);
        const mail = await waitForMail(email, SUBJECTS[locale].links);
        await visit(page, getLink(mail, "/newsletter/desinscription"));
        await main.getByRole("button", { name: words.unsubscribe.action }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.unsubscribe.done);
      });
    }

    test("shows the typed address again", async ({ page }) => {
      await visit(page, at("/faq"));
      const footer = page.getByRole("contentinfo");
      await footer.getByLabel(words.email).fill("fatima@exemple");
      await footer.getByRole("button", { name: words.submit }).click();
      await expect(page).toHaveURL(/\/newsletter\/inscription\?etat=/);
      const main = page.getByRole("main");
      await expect(main.getByLabel(words.email)).toHaveValue("fatima@exemple");
      await expect(main.getByRole("alert")).toHaveText(words.wrong.adresse);
    });
  });
}
