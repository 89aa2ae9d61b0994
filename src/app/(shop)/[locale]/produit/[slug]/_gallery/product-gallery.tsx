import { MissingImage } from "@/app/(shop)/_components/product/missing-image";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getImageDescription } from "@/domain/catalogue/images/description";
import type { PublishedProduct } from "@/domain/catalogue/schema";
import { isolateText } from "@/lib/format/bidi";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { ResponsiveImage } from "@/ui/responsive-image";
import { GalleryStage } from "./gallery-stage";
import styles from "./product-gallery.module.css";

interface Props {
  locale: Locale;
  product: PublishedProduct;
}

const STAGE_SIZES = "(width >= 80rem) 43rem, (width >= 64rem) 52vw, 100vw";

/** A scroll-snap track of large images and thumbnails; both are links, so that they work without JavaScript. */
export function ProductGallery({ locale, product }: Props) {
  const { images } = product;
  const words = getCatalogueDictionary(locale).product;
  if (images.length === 0) {
    return (
      <div className={styles.none} role="img" aria-label={words.noImage}>
        <MissingImage />
      </div>
    );
  }
  const count = images.length;
  const descriptions = images.map((image, index) =>
    isolateText(getImageDescription(product, { ...image, index }, locale), locale),
  );
  const thumbLabel = (at: number) =>
    fill(words.imageWithAlt, {
      image: fill(words.image, { index: String(at + 1), count: String(count) }),
      alt: descriptions[at] ?? "",
    });
  return (
    <GalleryStage
      className={styles.gallery}
      words={{
        viewer: words.gallery,
        close: words.closeViewer,
        previous: words.previousImage,
        next: words.nextImage,
      }}
    >
      <div className={styles.track} data-track>
        {images.map((image, i) => (
          <a
            key={image.url}
            id={`photo-${i + 1}`}
            href={image.url}
            className={styles.slide}
            data-slide
          >
            <ResponsiveImage
              url={image.url}
              alt={descriptions[i] ?? ""}
              width={image.width}
              height={image.height}
              sizes={STAGE_SIZES}
              priority={i === 0}
            />
          </a>
        ))}
      </div>
      {count > 1 && (
        <ol data-plain className={styles.thumbs} aria-label={words.gallery}>
          {images.map((image, i) => (
            <li key={image.url}>
              <a
                href={`#photo-${i + 1}`}
                aria-label={thumbLabel(i)}
                aria-current={i === 0 ? "true" : undefined}
                data-thumb
              >
                <ResponsiveImage url={image.url} alt="" width={144} height={108} sizes="72px" />
              </a>
            </li>
          ))}
        </ol>
      )}
    </GalleryStage>
  );
}
