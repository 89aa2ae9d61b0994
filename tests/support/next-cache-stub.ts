/** Outside Next nothing is cached; the stub records the invalidated tags. */
export const revalidatedTags: string[] = [];

export function unstable_cache<T>(read: T): T {
  return read;
}

export function revalidateTag(tag: string): void {
  revalidatedTags.push(tag);
}
