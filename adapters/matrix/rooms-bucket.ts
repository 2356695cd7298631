/** `burst` calls at once, then one every `refill` ms. */
export class Bucket {
  private readonly burst: number;
  private readonly refill: number;
  private readonly now: () => number;
  private left: number;
  private since: number;

  constructor(burst: number, refill: number, now: () => number = () => performance.now()) {
    this.burst = burst;
    this.refill = refill;
    this.now = now;
    this.left = burst;
    this.since = now();
  }

  take(): boolean {
    const grown = Math.floor((this.now() - this.since) / this.refill);
    this.since += grown * this.refill;
    this.left = Math.min(this.burst, this.left + grown);
    if (this.left === 0) return false;
    this.left -= 1;
    return true;
  }
}
