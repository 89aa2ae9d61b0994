/** Outside Next nothing is cached; what would have been invalidated is remembered. */
export const revalidatedTags: string[] = [];

export function unstable_cache<T>(read: T): T {
  return read;
}

export function revalidateTag(tag: string): void {
  revalidatedTags.push(tag);
}
