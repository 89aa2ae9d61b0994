import { getImageSources } from "@/lib/images";

interface Props {
  url: string;
  alt: string;
  width: number;
  height: number;
  /** The `sizes` attribute: the image's width in the layout. */
  sizes: string;
  /** The widest variant to offer, in pixels. */
  maxWidth?: number;
  /** True for the largest image above the fold: it is loaded at once, the others lazily. */
  priority?: boolean;
  className?: string | undefined;
}

export function ResponsiveImage({ url, alt, maxWidth, priority = false, ...rest }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: the variants are encoded at upload, so that next/image has nothing to do.
    <img
      {...getImageSources(url, maxWidth)}
      {...rest}
      alt={alt}
      decoding={priority ? "sync" : "async"}
      loading={priority ? "eager" : "lazy"}
      fetchPriority={priority ? "high" : "auto"}
    />
  );
}
