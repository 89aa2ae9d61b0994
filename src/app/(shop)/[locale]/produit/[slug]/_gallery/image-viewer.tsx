import { type KeyboardEvent, useEffect, useRef } from "react";
import { ResponsiveImage } from "@/ui/responsive-image";
import styles from "./image-viewer.module.css";

export interface ViewerLabels {
  viewer: string;
  close: string;
  previous: string;
  next: string;
}

export interface ViewerImage {
  url: string;
  alt: string;
  width: number;
  height: number;
}

interface Props {
  words: ViewerLabels;
  start: number;
  images: readonly ViewerImage[];
  onClose: () => void;
}

/** Shows the images full screen: swipe, arrow keys and pinch; Escape closes. */
export function ImageViewer({ words, start, images, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const track = useRef<HTMLDivElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    track.current?.children[start]?.scrollIntoView({ behavior: "instant" });
  }, [start]);

  const scrollBy = (towardsRight: number) =>
    track.current?.scrollBy({ left: towardsRight * track.current.clientWidth });
  const step = (count: number) => scrollBy(document.dir === "rtl" ? -count : count);
  const handleKeyDown = (event: KeyboardEvent) => {
    const towardsRight = Number(event.key === "ArrowRight") - Number(event.key === "ArrowLeft");
    if (towardsRight === 0) return;
    event.preventDefault();
    scrollBy(towardsRight);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      aria-label={words.viewer}
      onClose={onClose}
      onKeyDown={handleKeyDown}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be focusable by keyboard. */}
      <section ref={track} className={styles.track} aria-label={words.viewer} tabIndex={0}>
        {images.map((image) => (
          <div key={image.url} className={styles.slide}>
            <ResponsiveImage {...image} sizes="100vw" />
          </div>
        ))}
      </section>
      {images.length > 1 && (
        <>
          <Control
            label={words.previous}
            place="start"
            onClick={() => step(-1)}
            path="M15 5l-7 7 7 7"
          />
          <Control label={words.next} place="end" onClick={() => step(1)} path="M9 5l7 7-7 7" />
        </>
      )}
      <Control
        label={words.close}
        place="top"
        onClick={() => dialog.current?.close()}
        path="M6 6l12 12M18 6L6 18"
      />
    </dialog>
  );
}

interface ControlProps {
  label: string;
  place: "start" | "end" | "top";
  path: string;
  onClick: () => void;
}

function Control({ label, place, path, onClick }: ControlProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-place={place}
      className={styles.control}
      onClick={onClick}
    >
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        <path d={path} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </button>
  );
}
