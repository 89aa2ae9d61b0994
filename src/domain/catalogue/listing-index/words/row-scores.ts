import { grow } from "./grow";

/** Scores of rows by row number, for few rows of many. Reading and clearing them takes the time of the scored rows only. */
export class RowScores {
  private values = new Uint8Array(0);
  private list = new Uint32Array(0);
  private length = 0;

  /** The rows with a score, each once. */
  get rows(): Uint32Array {
    return this.list.subarray(0, this.length);
  }

  get(n: number): number {
    return this.values[n] as number;
  }

  /** Raises the score of a row to at least `score`. */
  raise(n: number, score: number): void {
    const current = this.values[n] as number;
    if (score <= current) return;
    this.values[n] = score;
    if (current > 0) return;
    if (this.length === this.list.length) this.list = grow(this.list, this.length + 1_000);
    this.list[this.length++] = n;
  }

  /** Removes all scores, and makes room for `size` rows. */
  reset(size: number): void {
    const { rows, values } = this;
    for (let i = 0; i < rows.length; i++) values[rows[i] as number] = 0;
    this.length = 0;
    if (values.length < size) this.values = new Uint8Array(size);
  }
}
