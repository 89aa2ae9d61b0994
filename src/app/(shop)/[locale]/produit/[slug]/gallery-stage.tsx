"use client";

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import { ImageViewer, type ViewerImage, type ViewerLabels } from "./image-viewer";

interface Props {
  words: ViewerLabels;
  className: string | undefined;
  children: ReactNode;
}

/** Keys, thumbnails, hover zoom and the full screen for the row of pictures inside it. */
export function GalleryStage({ words, className, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const slides = () => all(root.current, "[data-slide]");
  const thumbs = () => all(root.current, "[data-thumb]");

  useEffect(() => {
    const track = root.current?.querySelector("[data-track]");
    if (!track || slides().length < 2) return;
    const watch = new IntersectionObserver(
      (entries) => {
        const shown = entries.find((entry) => entry.isIntersecting)?.target;
        if (shown) mark(thumbs(), slides().indexOf(shown as HTMLElement));
      },
      { root: track, threshold: 0.6 },
    );
    for (const slide of slides()) watch.observe(slide);
    return () => watch.disconnect();
  });

  const click = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const target = event.target as Element;
    const slide = slides().findIndex((element) => element.contains(target));
    const thumb = thumbs().findIndex((element) => element.contains(target));
    if (slide < 0 && thumb < 0) return;
    event.preventDefault();
    if (slide >= 0) setOpened(slide);
    else show(slides()[thumb]);
  };
  const press = (event: KeyboardEvent) => {
    if (opened !== null) return;
    const step = stepOf(event);
    const current = thumbs().findIndex((element) => element.ariaCurrent === "true");
    const next = slides()[current + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    show(next);
    const isOnSlide = (event.target as Element).closest("[data-slide]") !== null;
    (isOnSlide ? next : thumbs()[current + step])?.focus({ preventScroll: true });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is clicked and focused inside are links.
    <div ref={root} className={className} onClick={click} onKeyDown={press} onPointerMove={follow}>
      {children}
      {opened !== null && (
        <ImageViewer
          words={words}
          start={opened}
          pictures={slides().flatMap(pictureIn)}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

function all(root: Element | null, selector: string): HTMLElement[] {
  return Array.from(root?.querySelectorAll<HTMLElement>(selector) ?? []);
}

function pictureIn(slide: HTMLElement): ViewerImage[] {
  const picture = slide.querySelector("img");
  if (!picture) return [];
  const [width, height] = [picture.naturalWidth, picture.naturalHeight];
  return [{ url: slide.getAttribute("href") ?? "", alt: picture.alt, width, height }];
}

function mark(thumbs: readonly HTMLElement[], index: number): void {
  for (const [i, thumb] of thumbs.entries()) {
    if (i === index) thumb.setAttribute("aria-current", "true");
    else thumb.removeAttribute("aria-current");
  }
}

function show(slide: HTMLElement | undefined): void {
  slide?.scrollIntoView({ block: "nearest", inline: "start" });
}

/** +1 towards the end of the row, whichever side that is. */
function stepOf({ key }: KeyboardEvent): number {
  const towardsRight = Number(key === "ArrowRight") - Number(key === "ArrowLeft");
  return document.dir === "rtl" ? -towardsRight : towardsRight;
}

/** The point under the mouse stays under it while the picture is enlarged. */
function follow({ target, pointerType, clientX, clientY }: PointerEvent): void {
  const slide = (target as Element).closest<HTMLElement>("[data-slide]");
  const picture = slide?.querySelector("img");
  if (!slide || !picture || pointerType !== "mouse") return;
  const box = slide.getBoundingClientRect();
  picture.sizes = "1280px";
  picture.style.transformOrigin = `${((clientX - box.left) / box.width) * 100}% ${((clientY - box.top) / box.height) * 100}%`;
}
