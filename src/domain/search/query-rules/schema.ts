import { z } from "zod";
import { RecordId } from "@/domain/catalogue/products/input";
import { plain, tooLong } from "@/lib/input/text-schema";
import { searchText } from "../search-text";
import { MAX_HIDDEN, MAX_PINNED, QUERY_RULE_FIELDS } from "./fields";
import { parseRedirectPath } from "./redirect-path";

const productIds = (max: number) =>
  z
    .array(RecordId)
    .max(max, `${max} produits au plus.`)
    .transform((ids) => [...new Set(ids)]);

const { maxLength: MAX_PATH_LENGTH } = QUERY_RULE_FIELDS.redirectTo;
const NOT_OURS =
  "Collez l'adresse d'une page de la boutique, par exemple /catalogue/carrelage. Pour mener à une autre recherche, ajoutez un synonyme.";

/** Empty text gives null. */
const redirectPath = plain(MAX_PATH_LENGTH)
  .nullable()
  .transform((typed, context) => {
    if (!typed) return null;
    const path = parseRedirectPath(typed);
    if (path !== null && path.length <= MAX_PATH_LENGTH) return path;
    const message = path === null ? NOT_OURS : tooLong(MAX_PATH_LENGTH);
    context.issues.push({ code: "custom", input: typed, message });
    return z.NEVER;
  });

const fields = {
  query: searchText(QUERY_RULE_FIELDS.query.maxLength),
  pinnedProductIds: productIds(MAX_PINNED),
  hiddenProductIds: productIds(MAX_HIDDEN),
  redirectTo: redirectPath,
};

export const QueryRuleInput = z.strictObject({
  query: fields.query,
  pinnedProductIds: fields.pinnedProductIds.default([]),
  hiddenProductIds: fields.hiddenProductIds.default([]),
  redirectTo: fields.redirectTo.default(null),
});
export type QueryRuleInput = z.infer<typeof QueryRuleInput>;

/** `version` is the version that the editor loaded; a command rejects a patch without it. */
export const QueryRulePatch = z.strictObject({
  ...z.object(fields).partial().shape,
  version: z.int().min(1).max(2_147_483_647).optional(),
});
export type QueryRulePatch = z.infer<typeof QueryRulePatch>;

const RuleProduct = z.strictObject({ id: z.string(), name: z.string(), isVisible: z.boolean() });
export type RuleProduct = z.infer<typeof RuleProduct>;

export const QueryRule = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  query: z.string(),
  /** In their order, without deleted products. */
  pinned: z.array(RuleProduct),
  hidden: z.array(RuleProduct),
  redirectTo: z.string().nullable(),
});
export type QueryRule = z.infer<typeof QueryRule>;
