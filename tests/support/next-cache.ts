/** Outside Next nothing is cached; what would have been invalidated is remembered. */
export const revalidated: string[] = [];

export function unstable_cache<T>(read: T): T {
  return read;
}

export function revalidateTag(tag: string): void {
  revalidated.push(tag);
}
