/**
 * Lets no call through for a while after one has failed, so that a service that is away costs nothing. After that time a single
 * call tries again.
 */
export class CircuitBreaker {
  private readonly openMs: number;
  private openUntil = 0;

  constructor(openMs: number) {
    this.openMs = openMs;
  }

  get isOpen(): boolean {
    return this.openUntil > Date.now();
  }

  /** Returns null without calling while the breaker is open, and where the call fails. */
  async run<T>(call: () => Promise<T>, onFailure: (error: unknown) => void): Promise<T | null> {
    if (this.isOpen) return null;
    const isTrial = this.openUntil > 0;
    if (isTrial) this.open();
    try {
      const result = await call();
      this.openUntil = 0;
      return result;
    } catch (error) {
      this.open();
      onFailure(error);
      return null;
    }
  }

  private open(): void {
    this.openUntil = Date.now() + this.openMs;
  }
}
