import { AppError } from "./errors";

/** What to answer when too many wait already. */
export function serverBusy(): AppError {
  return new AppError("SERVICE_UNAVAILABLE", {
    message: "Trop d'envois arrivent en même temps. Réessayez dans quelques secondes.",
    retryAfterSeconds: 3,
  });
}

/**
 * Lets `capacity` units of work run at once; others wait for their turn in the order they came.
 * Where `mostWaiting` wait already, the next is refused with SERVICE_UNAVAILABLE.
 */
export class Semaphore {
  private free: number;
  private readonly waiting: { weight: number; start: () => void }[] = [];

  constructor(
    private readonly capacity: number,
    private readonly mostWaiting: number,
  ) {
    this.free = capacity;
  }

  async run<T>(weight: number, work: () => Promise<T>): Promise<T> {
    const taken = Math.min(weight, this.capacity);
    await this.take(taken);
    try {
      return await work();
    } finally {
      this.free += taken;
      this.startNext();
    }
  }

  private take(weight: number): Promise<void> | void {
    if (this.waiting.length === 0 && this.free >= weight) {
      this.free -= weight;
      return;
    }
    if (this.waiting.length >= this.mostWaiting) throw serverBusy();
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
