import { grow } from "./grow";

/**
 * Words with the ids of their terms, as bytes in one array: a map of strings takes ten times the memory. Words that are added in the order
 * of their bytes are found by bisection; others, which are few, are in a map.
 */
export class CodeList {
  private letters = new Uint8Array(0);
  /** Word `i` is `letters[starts[i]]` to `letters[starts[i + 1]]`. */
  private starts = new Uint32Array(1);
  private ids = new Uint32Array(0);
  private sorted = 0;
  private readonly added = new Map<string, number>();

  get size(): number {
    return this.sorted + this.added.size;
  }

  /** What the list takes in memory. */
  get bytes(): number {
    return this.letters.byteLength + this.starts.byteLength + this.ids.byteLength;
  }

  add(word: string, id: number): void {
    const bytes = Buffer.from(word);
    if (this.sorted > 0 && this.compare(this.sorted - 1, bytes) >= 0) {
      if (this.find(word) === undefined) this.added.set(word, id);
      return;
    }
    const start = this.starts[this.sorted] ?? 0;
    this.letters = grow(this.letters, start + bytes.length);
    this.letters.set(bytes, start);
    this.starts = grow(this.starts, this.sorted + 2);
    this.ids = grow(this.ids, this.sorted + 1);
    this.ids[this.sorted] = id;
    this.sorted += 1;
    this.starts[this.sorted] = start + bytes.length;
  }

  find(word: string): number | undefined {
    const bytes = Buffer.from(word);
    const at = this.findFirst(bytes);
    if (at < this.sorted && this.compare(at, bytes) === 0) return this.ids[at];
    return this.added.get(word);
  }

  /** Lists the ids of up to `max` words that begin with a text. */
  listByPrefix(start: string, max: number): number[] {
    const bytes = Buffer.from(start);
    const found: number[] = [];
    for (let at = this.findFirst(bytes); at < this.sorted && found.length < max; at++) {
      const first = this.starts[at] ?? 0;
      if (bytes.compare(this.letters, first, Math.min(first + bytes.length, this.endOf(at))) !== 0)
        break;
      found.push(this.ids[at] ?? 0);
    }
    for (const [word, id] of this.added) {
      if (found.length < max && word.startsWith(start)) found.push(id);
    }
    return found;
  }

  /** The place of the first word that is not before a text. */
  private findFirst(bytes: Buffer): number {
    let low = 0;
    let high = this.sorted;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(middle, bytes) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(at: number, bytes: Buffer): number {
    return -bytes.compare(this.letters, this.starts[at], this.endOf(at));
  }

  private endOf(at: number): number {
    return this.starts[at + 1] ?? 0;
  }
}
