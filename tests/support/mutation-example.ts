import type { call } from "./call";
import type { buildStaff } from "./staff";

type Owner = Awaited<ReturnType<typeof buildStaff>>;
type Options = Parameters<typeof call>[1] & object;

/** Creates the records that a change needs, and returns the request that makes the change as a signed-in owner. */
export type MutationExample = (owner: Owner) => Promise<Omit<Options, "method">>;
