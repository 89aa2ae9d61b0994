import { type RefObject, useEffect, useEffectEvent } from "react";

/** Listens to an event of a field that another component rendered. */
export function useFieldEvent<K extends keyof HTMLElementEventMap>(
  field: RefObject<HTMLInputElement | null>,
  type: K,
  handler: (event: HTMLElementEventMap[K]) => void,
): void {
  const handle = useEffectEvent(handler);
  useEffect(() => {
    const input = field.current;
    const listener = (event: HTMLElementEventMap[K]) => handle(event);
    input?.addEventListener(type, listener);
    return () => input?.removeEventListener(type, listener);
  }, [field, type]);
}
