import { findCategoryPath } from "@/domain/catalogue/listing/categories-published";
import {
  findInquiryProduct,
  type InquiryProduct,
  readProduct,
} from "@/domain/catalogue/listing/product-published";
import type { ClickSubject } from "@/domain/messaging/leads/click-message";
import { appUrl } from "@/lib/env";
import { localPath } from "@/lib/i18n/paths";
import type { ClickRequest } from "./click-request";

export interface FoundSubject extends ClickSubject {
  productId: string | null;
  categoryId: string | null;
}

/** Reads the product or the category of a click; an unknown one is left out. */
export async function findSubject(click: ClickRequest): Promise<FoundSubject> {
  const [product, category] = await Promise.all([
    click.product === null ? null : findProduct(click.product),
    click.category === null ? null : findCategory(click.category),
  ]);
  const blank = buildBlankSubject(click);
  return {
    ...blank,
    product: product?.details ?? null,
    productId: product?.id ?? null,
    category,
    categoryId: category?.id ?? null,
    url: product && buildProductUrl(click, product.slug),
  };
}

/** What is known of a click without the database. The address of the product's page tells the shop what it is about. */
export function buildBlankSubject(click: ClickRequest): FoundSubject {
  return {
    product: null,
    productId: null,
    category: null,
    categoryId: null,
    choice: click.choice,
    query: click.query,
    url: click.product && buildProductUrl(click, click.product),
  };
}

async function findProduct(slug: string) {
  const found = await findInquiryProduct(slug);
  return found && { ...found, details: await readDetails(found) };
}

/** The product may be hidden between the two reads. */
async function readDetails(found: InquiryProduct): Promise<ClickSubject["product"]> {
  return readProduct(found.slug).catch(() => ({ ...found, sku: null, variations: [] }));
}

async function findCategory(slug: string) {
  return (await findCategoryPath(slug)).at(-1) ?? null;
}

function buildProductUrl({ locale, choice }: ClickRequest, slug: string): string {
  const address = `${appUrl}${localPath(locale, `/produit/${slug}`)}`;
  return choice.length === 0
    ? address
    : `${address}?${new URLSearchParams(choice.map((id) => ["v", id]))}`;
}
