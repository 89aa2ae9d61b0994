import { useEffect, useState } from "react";

interface Settings<T> {
  /** Answers the text. A rejection leaves the last answer. */
  load: (text: string, signal: AbortSignal) => Promise<T>;
  delayMs: number;
}

export interface TypedAnswer<T> {
  /** The text that was answered. */
  text: string;
  answer: T;
}

/**
 * Answers a text that is being typed, after a pause of `delayMs`; an older request is aborted. The last answer stays until the
 * next one arrives. `load` must be the same function in every render.
 */
export function useTypedAnswer<T>(
  text: string,
  { load, delayMs }: Settings<T>,
): TypedAnswer<T> | null {
  const [last, setLast] = useState<TypedAnswer<T> | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      load(text, signal).then(
        (answer) => signal.aborted || setLast({ text, answer }),
        () => undefined,
      );
    }, delayMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, load, delayMs]);
  return last;
}
