import { formatCount, getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { groupVariations, localText } from "@/domain/catalogue/rules";
import { getUnitTexts } from "@/domain/catalogue/sale-units";
import type { PublishedProduct, Variation } from "@/domain/catalogue/schema";
import { findSwatch } from "@/domain/catalogue/swatches";
import type { ShopSettings } from "@/domain/settings/schema";
import { isolateText } from "@/lib/format/bidi";
import { formatComingMoment } from "@/lib/format/coming-moment";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { phoneHref } from "@/lib/input/phone-format";
import { Icon } from "@/ui/icons/icon";
import { WhatsAppIcon } from "@/ui/icons/whatsapp-icon";
import { getSlot } from "../../../../_components/experiments/slot";
import { ShareButton } from "../share-button";
import styles from "./buying-box.module.css";
import type { ChoiceGroup, ChoiceLabels } from "./choice";
import type { PlannedPrice } from "./planned-price";
import { ProductChoice } from "./product-choice";

interface Props {
  locale: Locale;
  product: PublishedProduct;
  settings: ShopSettings;
}

/** Price, variation choices and contact links. `ProductChoice`, which reacts to the choice, runs in the browser. */
export async function BuyingBox({ locale, product, settings }: Props) {
  const words = getCatalogueDictionary(locale).product;
  const { basePrice, saleUnit, unitSize, unitOfSize, availability, sku } = product;
  const [buttons, whatsapp] = await Promise.all([getSlot("buttons"), getSlot("whatsapp")]);
  const codes = [buttons.code, whatsapp.code].filter((code) => code !== undefined);
  const [phone] = settings.phones;
  const isPhoneFirst = buttons.content?.first === "phone";
  const phoneLink = phone && (
    <a
      href={phoneHref(phone)}
      className="button"
      data-variant="quiet"
      data-size={isPhoneFirst ? undefined : "small"}
    >
      <Icon name="phone" />
      <bdi dir="ltr">{phone}</bdi>
    </a>
  );
  const question = {
    locale,
    product: { slug: product.slug, name: isolateText(localText(product, "name", locale), locale) },
    href: `${localPath(locale, "/contact")}?produit=${encodeURIComponent(product.slug)}#ecrire`,
    hours: settings.hours,
    exceptions: settings.exceptions,
  };
  return (
    <div className={styles.box} data-experiment={codes.join(" ") || undefined}>
      <ProductChoice
        product={{ basePrice, saleUnit, unitSize, unitOfSize, availability, sku }}
        planned={findComingPrice(product, locale)}
        groups={groupVariations(product.variations).map(([, group]) =>
          buildChoiceGroup(group, locale),
        )}
        words={{
          ...buildChoiceLabels(product, locale),
          whatsapp: whatsapp.content?.label[locale] ?? words.whatsapp,
        }}
        question={question}
        firstLink={isPhoneFirst && phoneLink}
        isFormFirst={buttons.content?.first === "form"}
        whatsappIcon={<WhatsAppIcon />}
      />
      <div className={styles.contactLinks}>
        {!isPhoneFirst && phoneLink}
        <ShareButton label={words.share} copied={words.copied} failed={words.copyFailed}>
          <svg
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            aria-hidden="true"
          >
            <path
              d="M12 3v12M8 7l4-4 4 4M5 12v8h14v-8"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </ShareButton>
      </div>
    </div>
  );
}

/** A cached product may be older than the date. */
function findComingPrice(
  { plannedPrice, variations }: PublishedProduct,
  locale: Locale,
): PlannedPrice | null {
  if (plannedPrice === null || Date.parse(plannedPrice.from) <= Date.now()) return null;
  const { from, basePrice } = plannedPrice;
  const modifiers = new Map(plannedPrice.variations.map((row) => [row.id, row.priceModifier]));
  return {
    from,
    text: fill(getCatalogueDictionary(locale).product.plannedPrice, {
      date: formatComingMoment(from, locale),
    }),
    basePrice,
    options: variations.map((variation) => ({
      id: getOptionId(variation),
      priceModifier: modifiers.get(variation.id) ?? "0",
    })),
  };
}

const getOptionId = ({ sku, id }: Variation) => sku ?? id;

function buildChoiceGroup(group: readonly Variation[], locale: Locale): ChoiceGroup {
  const [first] = group;
  return {
    label: first ? isolateText(localText(first, "name", locale), locale) : "",
    options: group.map((variation) => ({
      id: getOptionId(variation),
      label: isolateText(localText(variation, "value", locale), locale),
      sku: variation.sku,
      swatch: variation.swatch ?? findSwatch(variation.name, variation.value),
      imageUrl: variation.imageUrl,
      priceModifier: variation.priceModifier,
      availability: variation.availability,
      lastItems: variation.lastItems,
    })),
  };
}

function buildChoiceLabels(product: PublishedProduct, locale: Locale): ChoiceLabels {
  const words = getCatalogueDictionary(locale).product;
  const shop = getDictionary(locale).product;
  const { unit, soldBy, otherPrice } = getUnitTexts(product, locale);
  const left = [1, 2, 3, 4, 5].map((count) => formatCount(count, locale, words.left));
  return {
    locale,
    name: isolateText(localText(product, "name", locale), locale),
    unit,
    soldBy,
    otherPrice,
    onRequest: shop.onRequest,
    onRequestHint: words.priceOnRequestHint,
    available: shop.availability[product.availability],
    out: words.variationOut,
    left,
    sku: words.sku,
    whatsapp: words.whatsapp,
    ask: words.ask,
    messageChoice: words.messageChoice,
    messageSku: words.messageSku,
    askSubject: words.askSubject,
  };
}
