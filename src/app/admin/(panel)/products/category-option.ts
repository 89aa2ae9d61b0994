/** A category as lists for choosing show it. */
export interface CategoryOption {
  id: string;
  name: string;
  /** 0 at the top. */
  depth: number;
}

/** A native select has no levels: spaces that stay show them. */
export function indented({ name, depth }: CategoryOption): string {
  return `${"\u00a0\u00a0\u00a0".repeat(depth)}${name}`;
}
