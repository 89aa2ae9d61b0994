"use client";

import {
  type ComponentProps,
  type ComponentType,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import type { ImageViewer, ViewerImage, ViewerLabels } from "./image-viewer";

interface Props {
  words: ViewerLabels;
  className: string | undefined;
  children: ReactNode;
}

type Viewer = ComponentType<ComponentProps<typeof ImageViewer>>;

/** Adds arrow keys, thumbnails, hover zoom and the full-screen viewer to the image track in `children`. */
export function GalleryStage({ words, className, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [viewerStart, setViewerStart] = useState<number | null>(null);
  const [Viewer, setViewer] = useState<Viewer | null>(null);
  const slides = () => queryAll(root.current, "[data-slide]");
  const thumbs = () => queryAll(root.current, "[data-thumb]");

  useEffect(() => {
    const track = root.current?.querySelector("[data-track]");
    if (!track || slides().length < 2) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const shown = entries.find((entry) => entry.isIntersecting)?.target;
        if (shown) markCurrent(thumbs(), slides().indexOf(shown as HTMLElement));
      },
      { root: track, threshold: 0.6 },
    );
    for (const slide of slides()) observer.observe(slide);
    return () => observer.disconnect();
  });

  /** The viewer's code is loaded on the first click. Without it, the link leads to the image. */
  const view = (slide: number) => {
    setViewerStart(slide);
    import("./image-viewer").then(
      (loaded) => setViewer(() => loaded.ImageViewer),
      () => location.assign(slides()[slide]?.getAttribute("href") ?? ""),
    );
  };
  const handleClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const target = event.target as Element;
    const slide = slides().findIndex((element) => element.contains(target));
    const thumb = thumbs().findIndex((element) => element.contains(target));
    if (slide < 0 && thumb < 0) return;
    event.preventDefault();
    if (slide >= 0) view(slide);
    else scrollTo(slides()[thumb]);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (viewerStart !== null) return;
    const step = getStep(event);
    const current = thumbs().findIndex((element) => element.ariaCurrent === "true");
    const next = slides()[current + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    scrollTo(next);
    const isOnSlide = (event.target as Element).closest("[data-slide]") !== null;
    (isOnSlide ? next : thumbs()[current + step])?.focus({ preventScroll: true });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the clicked and focused elements inside are links.
    <div
      ref={root}
      className={className}
      onClick={handleClick}
      onKeyDown={handleKeyDown}
      onPointerMove={zoomAtPointer}
    >
      {children}
      {Viewer && viewerStart !== null && (
        <Viewer
          words={words}
          start={viewerStart}
          images={slides().flatMap(toViewerImage)}
          onClose={() => setViewerStart(null)}
        />
      )}
    </div>
  );
}

function queryAll(root: Element | null, selector: string): HTMLElement[] {
  return Array.from(root?.querySelectorAll<HTMLElement>(selector) ?? []);
}

function toViewerImage(slide: HTMLElement): ViewerImage[] {
  const image = slide.querySelector("img");
  if (!image) return [];
  const { alt, naturalWidth: width, naturalHeight: height } = image;
  return [{ url: slide.getAttribute("href") ?? "", alt, width, height }];
}

function markCurrent(thumbs: readonly HTMLElement[], index: number): void {
  for (const [i, thumb] of thumbs.entries()) {
    if (i === index) thumb.setAttribute("aria-current", "true");
    else thumb.removeAttribute("aria-current");
  }
}

function scrollTo(slide: HTMLElement | undefined): void {
  slide?.scrollIntoView({ block: "nearest", inline: "start" });
}

/** Returns +1 towards the end of the track and -1 towards its start, in both text directions; 0 for other keys. */
function getStep({ key }: KeyboardEvent): number {
  const towardsRight = Number(key === "ArrowRight") - Number(key === "ArrowLeft");
  return document.dir === "rtl" ? -towardsRight : towardsRight;
}

/** Keeps the point under the mouse in place while the image is enlarged. */
function zoomAtPointer({ target, pointerType, clientX, clientY }: PointerEvent): void {
  const slide = (target as Element).closest<HTMLElement>("[data-slide]");
  const image = slide?.querySelector("img");
  if (!slide || !image || pointerType !== "mouse") return;
  const box = slide.getBoundingClientRect();
  image.sizes = "1280px";
  image.style.transformOrigin = `${((clientX - box.left) / box.width) * 100}% ${((clientY - box.top) / box.height) * 100}%`;
}
