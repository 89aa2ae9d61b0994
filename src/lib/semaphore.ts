import { AppError } from "./errors";

export function serverBusy(): AppError {
  return new AppError("SERVICE_UNAVAILABLE", {
    message: "Trop d'envois arrivent en même temps. Réessayez dans quelques secondes.",
    retryAfterSeconds: 3,
  });
}

/**
 * A weighted semaphore: work of `capacity` units runs at once, at most `maxWaiting` callers wait in order of arrival, and further
 * calls fail with the error of `queueFull`.
 */
export class Semaphore {
  private free: number;
  private readonly waiting: { weight: number; start: () => void }[] = [];

  constructor(
    private readonly capacity: number,
    private readonly maxWaiting: number,
    private readonly queueFull: () => AppError = serverBusy,
  ) {
    this.free = capacity;
  }

  async run<T>(weight: number, work: () => Promise<T>): Promise<T> {
    const acquired = Math.min(weight, this.capacity);
    await this.acquire(acquired);
    try {
      return await work();
    } finally {
      this.free += acquired;
      this.startNext();
    }
  }

  private acquire(weight: number): Promise<void> | void {
    if (this.waiting.length === 0 && this.free >= weight) {
      this.free -= weight;
      return;
    }
    if (this.waiting.length >= this.maxWaiting) throw this.queueFull();
    return new Promise((start) => this.waiting.push({ weight, start }));
  }

  private startNext(): void {
    for (let next = this.waiting[0]; next && this.free >= next.weight; next = this.waiting[0]) {
      this.waiting.shift();
      this.free -= next.weight;
      next.start();
    }
  }
}
