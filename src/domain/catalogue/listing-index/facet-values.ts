import { grow } from "./words/grow";

export interface IndexedFacetValue {
  id: number;
  name: string;
  nameAr: string | null;
  value: string;
  valueAr: string | null;
  swatch: string | null;
}

/** The values of the options, by id and by name. */
export class FacetValues {
  private readonly byId = new Map<number, IndexedFacetValue>();
  private readonly options = new Map<string, { index: number; ids: Map<string, number> }>();
  /** Facet id → index of its option. */
  optionOf = new Uint32Array(0);

  setAll(values: readonly IndexedFacetValue[]): void {
    for (const value of values) {
      this.byId.set(value.id, value);
      const option = this.options.get(value.name) ?? { index: this.options.size, ids: new Map() };
      this.options.set(value.name, option);
      option.ids.set(value.value, value.id);
      this.optionOf = grow(this.optionOf, value.id + 1);
      this.optionOf[value.id] = option.index;
    }
  }

  get(id: number): IndexedFacetValue | undefined {
    return this.byId.get(id);
  }

  /** The ids of those values of an option that exist. `index` is -1 for an unknown option. */
  find(name: string, values: readonly string[]): { index: number; ids: Set<number> } {
    const option = this.options.get(name);
    const ids = values.flatMap((value) => option?.ids.get(value) ?? []);
    return { index: option?.index ?? -1, ids: new Set(ids) };
  }
}
