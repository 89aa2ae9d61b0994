export interface IndexedCategory {
  id: string;
  slug: string;
  name: string;
  nameAr: string | null;
  parentId: string | null;
  isActive: boolean;
}

/** The categories by a small index, which a category keeps while the process runs. */
export class CategoryTree {
  private readonly indexes = new Map<string, number>();
  private list: (IndexedCategory | null)[] = [];
  private bySlug = new Map<string, number>();
  private children = new Map<number, number[]>();
  /** Increases with each change. */
  version = 0;
  /** 1 for a category that customers do not see: it or one above it is hidden, or it is unknown. */
  hidden = new Uint8Array(0);

  get size(): number {
    return this.list.length;
  }

  getIndex(id: string): number {
    const known = this.indexes.get(id);
    if (known !== undefined) return known;
    this.indexes.set(id, this.list.length);
    this.list.push(null);
    const hidden = new Uint8Array(this.list.length).fill(1);
    hidden.set(this.hidden);
    this.hidden = hidden;
    return this.list.length - 1;
  }

  get(index: number): IndexedCategory | null {
    return this.list[index] ?? null;
  }

  /** Replaces all categories. */
  setAll(categories: readonly IndexedCategory[]): void {
    this.version += 1;
    const indexes = categories.map(({ id }) => this.getIndex(id));
    this.list.fill(null);
    this.bySlug = new Map();
    this.children = new Map();
    categories.forEach((category, i) => {
      const index = indexes[i] ?? 0;
      this.list[index] = category;
      this.bySlug.set(category.slug, index);
      if (category.parentId === null) return;
      const parent = this.getIndex(category.parentId);
      this.children.set(parent, [...(this.children.get(parent) ?? []), index]);
    });
    this.hidden = new Uint8Array(this.list.length).fill(1);
    for (const [i, { parentId }] of categories.entries()) {
      if (parentId === null) this.showBelow(indexes[i] ?? 0);
    }
  }

  /** The index of the visible category with this slug. */
  findVisible(slug: string): number | null {
    const index = this.bySlug.get(slug);
    return index !== undefined && this.hidden[index] === 0 ? index : null;
  }

  listWithDescendants(index: number): number[] {
    return [
      index,
      ...(this.children.get(index) ?? []).flatMap((child) => this.listWithDescendants(child)),
    ];
  }

  listIndexes(): number[] {
    return this.list.flatMap((category, index) => (category ? [index] : []));
  }

  private showBelow(index: number): void {
    if (!this.list[index]?.isActive) return;
    this.hidden[index] = 0;
    for (const child of this.children.get(index) ?? []) this.showBelow(child);
  }
}
