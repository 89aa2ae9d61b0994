import { parsePrice } from "@/lib/input/amount";

/** The state of a product list in its address. Invalid values are ignored, so that a page never fails on them. */
export interface ListingState<S extends string = string> {
  page: number;
  sort: S;
  /** Searches the words as they are typed. */
  exact?: true;
  /** The slug of the category that a search is narrowed to; a category page has its own in the path. */
  category?: string;
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

/** The API has the same bounds and answers 400 beyond them. */
const MAX_OPTION_NAMES = 10;
const MAX_OPTION_VALUES = 20;
const MAX_NAME_LENGTH = 80;
const MAX_VALUE_LENGTH = 120;
const MAX_SLUG_LENGTH = 200;
const MAX_PAGE = 10_000;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** `sorts[0]` is the default order. */
export function parseListing<S extends string>(
  params: RawParams,
  sorts: readonly [S, ...S[]],
): ListingState<S> {
  const state: ListingState<S> = {
    page: parsePageParam(first(params.page)),
    sort: sorts.find((sort) => sort === first(params.sort)) ?? sorts[0],
  };
  const [minPrice, maxPrice] = sortBounds(
    parsePriceParam(first(params.minPrice)),
    parsePriceParam(first(params.maxPrice)),
  );
  if (minPrice !== undefined) state.minPrice = minPrice;
  if (maxPrice !== undefined) state.maxPrice = maxPrice;
  for (const flag of FLAGS) {
    if (isFlagSet(params[flag])) state[flag] = true;
  }
  const option = parseOptions(params.option);
  if (option) state.option = option;
  return state;
}

/** As `parseListing`, for a search. */
export function parseSearch<S extends string>(
  params: RawParams,
  sorts: readonly [S, ...S[]],
): ListingState<S> {
  const state = parseListing(params, sorts);
  if (isFlagSet(params.exact)) state.exact = true;
  const category = first(params.category) ?? "";
  if (isStorableText(category, MAX_SLUG_LENGTH)) state.category = category;
  return state;
}

/** Builds the query with its `?`; empty for the default state. */
export function buildListingQuery<S extends string>(
  state: ListingState<S>,
  defaultSort: S,
  words?: string,
): string {
  const { page, sort, exact, category, minPrice, maxPrice, option = {} } = state;
  const flags = FLAGS.filter((flag) => state[flag]);
  const entries: [string, string | number | undefined][] = [
    ["q", words],
    ["exact", exact && "1"],
    ["category", category],
    ...Object.entries(option).flatMap(([name, values]) =>
      values.map((value): [string, string] => ["option", `${name}:${value}`]),
    ),
    ["minPrice", minPrice],
    ["maxPrice", maxPrice],
    ...flags.map((flag): [string, string] => [flag, "1"]),
    ["sort", sort === defaultSort ? undefined : sort],
    ["page", page === 1 ? undefined : page],
  ];
  const given = entries.filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return given.length === 0 ? "" : `?${query}`;
}

/** Order, page and the spelling of a search are not filters. */
export function hasFilters(state: ListingState): boolean {
  return (
    state.category !== undefined ||
    state.minPrice !== undefined ||
    state.maxPrice !== undefined ||
    state.option !== undefined ||
    FLAGS.some((flag) => state[flag])
  );
}

type FilterName = "category" | "minPrice" | "maxPrice" | "option" | ListingFlag;

/** Removes the filters and goes back to the first page. */
export function withoutFilters<S extends string>(
  { page: _, ...state }: ListingState<S>,
  ...filters: FilterName[]
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
  const remaining = Object.entries(state.option ?? {})
    .map(([key, values]): [string, string[]] => [
      key,
      key === name ? values.filter((candidate) => candidate !== value) : values,
    ])
    .filter(([, values]) => values.length > 0);
  const rest = withoutFilters(state, "option");
  return remaining.length === 0 ? rest : { ...rest, option: Object.fromEntries(remaining) };
}

/** Removes all filters and keeps the order and the spelling. */
export function clearFilters<S extends string>(state: ListingState<S>): ListingState<S> {
  const rest: ListingState<S> = { page: 1, sort: state.sort };
  if (state.exact) rest.exact = true;
  return rest;
}

function isFlagSet(value: string | string[] | undefined): boolean {
  return ["1", "true"].includes(first(value) ?? "");
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function parsePageParam(text = ""): number {
  const page = /^\d{1,5}$/.test(text) ? Number(text) : 1;
  return page >= 1 && page <= MAX_PAGE ? page : 1;
}

function parsePriceParam(text = ""): number | undefined {
  const parsed = parsePrice(text);
  return "amount" in parsed ? Number(parsed.amount) : undefined;
}

function sortBounds(min: number | undefined, max: number | undefined) {
  return min !== undefined && max !== undefined && min > max ? [max, min] : [min, max];
}

function parseOptions(raw: string | string[] | undefined): Record<string, string[]> | undefined {
  const options = new Map<string, string[]>();
  for (const [name, value] of [raw ?? []].flat().flatMap(parseOption)) {
    const values = options.get(name) ?? [];
    const isFull =
      values.length === 0 ? options.size >= MAX_OPTION_NAMES : values.length >= MAX_OPTION_VALUES;
    if (!isFull && !values.includes(value)) options.set(name, [...values, value]);
  }
  return options.size === 0 ? undefined : Object.fromEntries(options);
}

function parseOption(entry: string): [string, string][] {
  const [name = "", ...rest] = entry.split(":");
  const value = rest.join(":");
  return isStorableText(name, MAX_NAME_LENGTH) && isStorableText(value, MAX_VALUE_LENGTH)
    ? [[name, value]]
    : [];
}

/** A lone surrogate does not survive the round trip through an address. */
function isStorableText(text: string, maxLength: number): boolean {
  return (
    text.length > 0 &&
    text.length <= maxLength &&
    !text.includes("\0") &&
    !LONE_SURROGATE.test(text)
  );
}
