export interface Upload<T> {
  key: string;
  file: File;
  state: "waiting" | "sending" | "failed" | "sent";
  /** 0 to 1. */
  progress: number;
  /** Why it failed, and what to do. */
  problem: string;
  result: T | null;
}

interface Ways<T> {
  atMost: number;
  send: (file: File, onProgress: (progress: number) => void) => Promise<T>;
  /** In the order in which files were chosen, whichever was sent first. */
  onSent: (result: T, file: File) => void;
  problemOf: (thrown: unknown) => string;
}

/** Sends files a few at a time; one that fails waits to be tried again and holds up no other. */
export function createUploadQueue<T>({ atMost, send, onSent, problemOf }: Ways<T>) {
  let uploads: readonly Upload<T>[] = [];
  let count = 0;
  const listeners = new Set<() => void>();

  function set(next: readonly Upload<T>[]): void {
    uploads = next;
    for (const listener of listeners) listener();
  }

  function change(key: string, part: Partial<Upload<T>>): void {
    set(uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  }

  async function run({ key, file }: Upload<T>): Promise<void> {
    change(key, { state: "sending", progress: 0, problem: "" });
    try {
      const result = await send(file, (progress) => change(key, { progress }));
      change(key, { state: "sent", progress: 1, result });
      handOver();
    } catch (thrown) {
      change(key, { state: "failed", problem: problemOf(thrown) });
      handOver();
    }
    pump();
  }

  /** What is sent leaves the queue once all that were chosen before it are sent or have failed. */
  function handOver(): void {
    const stillOpen = uploads.findIndex(({ state }) => state === "waiting" || state === "sending");
    const settled = stillOpen < 0 ? uploads : uploads.slice(0, stillOpen);
    const sent = settled.filter(({ state }) => state === "sent");
    set(uploads.filter((upload) => !sent.includes(upload)));
    for (const { result, file } of sent) if (result !== null) onSent(result, file);
  }

  function pump(): void {
    const free = atMost - uploads.filter(({ state }) => state === "sending").length;
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
      set([...uploads, ...added]);
      pump();
    },
    retry(key: string) {
      change(key, { state: "waiting", problem: "" });
      pump();
    },
    forget(key: string) {
      set(uploads.filter((upload) => upload.key !== key || upload.state === "sending"));
    },
    /** Resolves when nothing is under way. */
    settled(): Promise<void> {
      const isIdle = () => uploads.every(({ state }) => state !== "waiting" && state !== "sending");
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
