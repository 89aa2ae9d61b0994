export interface Upload<T> {
  key: string;
  file: File;
  state: "waiting" | "sending" | "failed" | "sent";
  /** 0 to 1. */
  progress: number;
  /** Error message with advice; empty unless the upload failed. */
  problem: string;
  result: T | null;
}

const isPending = ({ state }: Upload<unknown>) => state === "waiting" || state === "sending";

interface Options<T> {
  maxConcurrent: number;
  send: (file: File, onProgress: (progress: number) => void) => Promise<T>;
  /** Called in the order in which the files were chosen. */
  onSent: (result: T, file: File) => void;
  toMessage: (thrown: unknown) => string;
}

/** Uploads files, a limited number at a time. A failed upload stays in the list for a retry and blocks no other. */
export function createUploadQueue<T>({ maxConcurrent, send, onSent, toMessage }: Options<T>) {
  let uploads: readonly Upload<T>[] = [];
  let count = 0;
  const listeners = new Set<() => void>();

  function update(next: readonly Upload<T>[]): void {
    uploads = next;
    for (const listener of listeners) listener();
  }

  function change(key: string, changes: Partial<Upload<T>>): void {
    update(uploads.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)));
  }

  async function run({ key, file }: Upload<T>): Promise<void> {
    change(key, { state: "sending", progress: 0, problem: "" });
    try {
      const result = await send(file, (progress) => change(key, { progress }));
      change(key, { state: "sent", progress: 1, result });
      deliverSent();
    } catch (thrown) {
      change(key, { state: "failed", problem: toMessage(thrown) });
      deliverSent();
    }
    startNext();
  }

  /** Removes sent uploads from the queue once all earlier ones are sent or have failed. */
  function deliverSent(): void {
    const firstPending = uploads.findIndex(isPending);
    const settled = firstPending < 0 ? uploads : uploads.slice(0, firstPending);
    const sent = settled.filter(({ state }) => state === "sent");
    update(uploads.filter((upload) => !sent.includes(upload)));
    for (const { result, file } of sent) if (result !== null) onSent(result, file);
  }

  function startNext(): void {
    const free = maxConcurrent - uploads.filter(({ state }) => state === "sending").length;
    const next = uploads.filter(({ state }) => state === "waiting").slice(0, Math.max(0, free));
    for (const upload of next) void run(upload);
  }

  return {
    list: () => uploads,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add(files: readonly File[]) {
      const added = files.map((file) => {
        count += 1;
        const key = `envoi-${count}`;
        return { key, file, state: "waiting", progress: 0, problem: "", result: null } as const;
      });
      update([...uploads, ...added]);
      startNext();
    },
    retry(key: string) {
      change(key, { state: "waiting", problem: "" });
      startNext();
    },
    remove(key: string) {
      update(uploads.filter((upload) => upload.key !== key || upload.state === "sending"));
    },
    /** Resolves when no upload is waiting or running. */
    whenIdle(): Promise<void> {
      const isIdle = () => !uploads.some(isPending);
      if (isIdle()) return Promise.resolve();
      return new Promise((resolve) => {
        const stop = this.subscribe(() => {
          if (!isIdle()) return;
          stop();
          resolve();
        });
      });
    },
  };
}

export type UploadQueue<T> = ReturnType<typeof createUploadQueue<T>>;
