import { imageSources } from "@/lib/images";

interface Props {
  url: string;
  alt: string;
  width: number;
  height: number;
  /** How wide it stands in the layout, in the words of the `sizes` attribute. */
  sizes: string;
  /** The widest variant of use there, in pixels. */
  most?: number;
  /** For the largest picture of the first screen: fetched at once. All others wait until they are near. */
  priority?: boolean;
  className?: string | undefined;
}

export function ResponsiveImage({ url, alt, most, priority = false, ...rest }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: the variants stand ready; nothing is encoded per request.
    <img
      {...imageSources(url, most)}
      {...rest}
      alt={alt}
      decoding={priority ? "sync" : "async"}
      loading={priority ? "eager" : "lazy"}
      fetchPriority={priority ? "high" : "auto"}
    />
  );
}
