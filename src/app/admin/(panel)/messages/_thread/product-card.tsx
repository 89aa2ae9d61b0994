import Link from "next/link";
import panel from "@/app/admin/_components/panel.module.css";
import type { Thread } from "@/domain/messaging/inbox-schema";
import { formatPrice } from "@/lib/format";
import { imageSources } from "@/lib/images";
import styles from "./thread.module.css";

export function ProductCard({ product }: { product: NonNullable<Thread["product"]> }) {
  const { id, name, sku, basePrice, priceOnRequest, imageUrl } = product;
  const price = priceOnRequest || !basePrice ? "Prix sur demande" : formatPrice(basePrice, "fr");
  return (
    <section className={panel.card} aria-labelledby="produit">
      <h2 id="produit">Produit demandé</h2>
      <div className={styles.productCard}>
        {imageUrl && (
          // biome-ignore lint/performance/noImgElement: the variants stand ready; nothing is encoded per request.
          <img
            {...imageSources(imageUrl)}
            alt=""
            width={96}
            height={72}
            sizes="96px"
            loading="lazy"
          />
        )}
        <div>
          <Link href={`/admin/products/${id}/edit`}>
            <bdi>{name}</bdi>
          </Link>
          <p className={panel.hint}>
            {price}
            {sku && (
              <>
                {" · "}
                <span dir="ltr">{sku}</span>
              </>
            )}
          </p>
          <Link href={`/admin/messages?folder=all&product=${id}`} prefetch={false}>
            Tous les messages sur ce produit
          </Link>
        </div>
      </div>
    </section>
  );
}
