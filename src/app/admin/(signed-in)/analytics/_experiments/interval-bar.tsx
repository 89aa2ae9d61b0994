import styles from "./result-view.module.css";

interface Props {
  low: number;
  high: number;
  /** The value at the edge; zero is in the middle. */
  widest: number;
}

/** An interval on a line around zero, as decoration beside its figures. */
export function IntervalBar({ low, high, widest }: Props) {
  const place = (value: number) => 50 + (50 * value) / widest;
  return (
    <svg className={styles.bar} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
      <path d="M0 5h100" />
      <rect x={place(low)} y="3" width={Math.max(place(high) - place(low), 0.5)} height="4" />
      <path d="M50 0v10" />
    </svg>
  );
}
