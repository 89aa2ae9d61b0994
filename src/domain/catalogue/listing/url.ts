import { parsePrice } from "@/lib/input/amount";

/** The state of a product list as its address holds it. Bad values are passed over: a page never fails on them. */
export interface ListingState<S extends string = string> {
  page: number;
  sort: S;
  minPrice?: number;
  maxPrice?: number;
  inStock?: true;
  featured?: true;
  new?: true;
  /** Name → values, as `option=Couleur:Blanc` repeated. */
  option?: Record<string, string[]>;
}

export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

const FLAGS = ["inStock", "featured", "new"] as const;
type ListingFlag = (typeof FLAGS)[number];

/** The same bounds as the API's, which answers 400 beyond them. */
const MOST_NAMES = 10;
const MOST_VALUES = 20;
const LONGEST_NAME = 80;
const LONGEST_VALUE = 120;
const DEEPEST_PAGE = 10_000;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** `sorts[0]` is the order of a list that asks for none. */
export function parseListing<S extends string>(
  params: RawParams,
  sorts: readonly [S, ...S[]],
): ListingState<S> {
  const state: ListingState<S> = {
    page: pageIn(first(params.page)),
    sort: sorts.find((sort) => sort === first(params.sort)) ?? sorts[0],
  };
  const bounds = [priceIn(first(params.minPrice)), priceIn(first(params.maxPrice))] as const;
  const [minPrice, maxPrice] = inOrder(...bounds);
  if (minPrice !== undefined) state.minPrice = minPrice;
  if (maxPrice !== undefined) state.maxPrice = maxPrice;
  for (const flag of FLAGS) {
    if (["1", "true"].includes(first(params[flag]) ?? "")) state[flag] = true;
  }
  const option = optionsIn(params.option);
  if (option) state.option = option;
  return state;
}

/** The query of this state, `?` included; empty for the list as everybody first sees it. */
export function buildListingQuery<S extends string>(
  state: ListingState<S>,
  usual: S,
  words?: string,
): string {
  const { page, sort, minPrice, maxPrice, option = {} } = state;
  const flags = FLAGS.filter((flag) => state[flag]);
  const entries: [string, string | number | undefined][] = [
    ["q", words],
    ...Object.entries(option).flatMap(([name, values]) =>
      values.map((value): [string, string] => ["option", `${name}:${value}`]),
    ),
    ["minPrice", minPrice],
    ["maxPrice", maxPrice],
    ...flags.map((flag): [string, string] => [flag, "1"]),
    ["sort", sort === usual ? undefined : sort],
    ["page", page === 1 ? undefined : page],
  ];
  const said = entries.filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(said.map(([key, value]) => [key, String(value)]));
  return said.length === 0 ? "" : `?${query}`;
}

/** Whether anything narrows the list; order and page do not. */
export function hasFilters(state: ListingState): boolean {
  return (
    state.minPrice !== undefined ||
    state.maxPrice !== undefined ||
    state.option !== undefined ||
    FLAGS.some((flag) => state[flag])
  );
}

type Narrowing = "minPrice" | "maxPrice" | "option" | ListingFlag;

/** From the first page on, without these filters. */
export function withoutFilters<S extends string>(
  { page: _, ...state }: ListingState<S>,
  ...filters: Narrowing[]
): ListingState<S> {
  const rest: ListingState<S> = { ...state, page: 1 };
  for (const filter of filters) delete rest[filter];
  return rest;
}

export function withoutOption<S extends string>(
  state: ListingState<S>,
  name: string,
  value: string,
): ListingState<S> {
  const left = Object.entries(state.option ?? {})
    .map(([key, values]): [string, string[]] => [
      key,
      key === name ? values.filter((candidate) => candidate !== value) : values,
    ])
    .filter(([, values]) => values.length > 0);
  const rest = withoutFilters(state, "option");
  return left.length === 0 ? rest : { ...rest, option: Object.fromEntries(left) };
}

/** Everything that narrows the list taken back; the order stays. */
export function clearFilters<S extends string>(state: ListingState<S>): ListingState<S> {
  return { page: 1, sort: state.sort };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function pageIn(text = ""): number {
  const page = /^\d{1,5}$/.test(text) ? Number(text) : 1;
  return page >= 1 && page <= DEEPEST_PAGE ? page : 1;
}

function priceIn(text = ""): number | undefined {
  const parsed = parsePrice(text);
  return "amount" in parsed ? Number(parsed.amount) : undefined;
}

function inOrder(min: number | undefined, max: number | undefined) {
  return min !== undefined && max !== undefined && min > max ? [max, min] : [min, max];
}

function optionsIn(raw: string | string[] | undefined): Record<string, string[]> | undefined {
  const options = new Map<string, string[]>();
  for (const [name, value] of [raw ?? []].flat().flatMap(optionIn)) {
    const values = options.get(name) ?? [];
    const full = values.length === 0 ? options.size >= MOST_NAMES : values.length >= MOST_VALUES;
    if (!full && !values.includes(value)) options.set(name, [...values, value]);
  }
  return options.size === 0 ? undefined : Object.fromEntries(options);
}

function optionIn(entry: string): [string, string][] {
  const [name = "", ...rest] = entry.split(":");
  const value = rest.join(":");
  return isWord(name, LONGEST_NAME) && isWord(value, LONGEST_VALUE) ? [[name, value]] : [];
}

/** A lone surrogate would come back from the address as another character. */
function isWord(text: string, longest: number): boolean {
  return (
    text.length > 0 && text.length <= longest && !text.includes("\0") && !LONE_SURROGATE.test(text)
  );
}
