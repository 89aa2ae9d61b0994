import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import { PRODUCT_FIELDS } from "@/domain/catalogue/products/fields";
import type { Thread } from "@/domain/messaging/inbox/schema";
import { getImageSources } from "@/lib/images";
import { formatShownPrice } from "../../products/shown-price";
import styles from "./thread.module.css";

export function ProductCard({ product }: { product: NonNullable<Thread["product"]> }) {
  const { id, name, sku, slug, availability, imageUrl } = product;
  return (
    <section className={admin.card} aria-labelledby="produit">
      <h2 id="produit">Produit demandé</h2>
      <div className={styles.productCard}>
        {imageUrl && (
          // biome-ignore lint/performance/noImgElement: the variants stand ready; nothing is encoded per request.
          <img
            {...getImageSources(imageUrl)}
            alt=""
            width={96}
            height={72}
            sizes="96px"
            loading="lazy"
          />
        )}
        <div>
          <Link href={`/admin/products/${id}/edit`} prefetch={false}>
            <UserText text={name} />
          </Link>
          <p className={admin.hint}>
            {formatShownPrice(product)} · {PRODUCT_FIELDS.availability.choices[availability]}
            {sku && (
              <>
                {" · "}
                <span dir="ltr">{sku}</span>
              </>
            )}
          </p>
          {slug === null ? (
            <p className={admin.hint}>Pas visible dans la boutique.</p>
          ) : (
            <a href={`/produit/${slug}`} target="_blank" rel="noreferrer">
              Voir dans la boutique
              <span className="visually-hidden"> (nouvel onglet)</span>
            </a>
          )}
          <Link href={`/admin/messages?folder=all&product=${id}`} prefetch={false}>
            Tous les messages sur ce produit
          </Link>
        </div>
      </div>
    </section>
  );
}
