/** What a heap needs to know of its members: where they are, so that one can be taken out wherever it is. */
export interface Member {
  place: number;
}

/** The first of many is at hand, adding and removing any one costs O(log n). Members know their place; in one heap at a time. */
export class Heap<T extends Member> {
  private readonly items: T[] = [];
  private readonly before: (a: T, b: T) => boolean;

  constructor(before: (a: T, b: T) => boolean) {
    this.before = before;
  }

  get first(): T | undefined {
    return this.items[0];
  }

  has(item: T): boolean {
    return this.items[item.place] === item;
  }

  add(item: T): void {
    item.place = this.items.push(item) - 1;
    this.rise(item);
  }

  remove(item: T): void {
    const last = this.items.pop()!;
    if (last === item) return;
    this.put(last, item.place);
    this.rise(last);
    this.sink(last);
  }

  private rise(item: T): void {
    while (item.place > 0) {
      const above = this.items[(item.place - 1) >> 1]!;
      if (!this.before(item, above)) return;
      this.swap(item, above);
    }
  }

  private sink(item: T): void {
    for (;;) {
      const [left, right] = [this.items[2 * item.place + 1], this.items[2 * item.place + 2]];
      const below = right !== undefined && this.before(right, left!) ? right : left;
      if (below === undefined || !this.before(below, item)) return;
      this.swap(item, below);
    }
  }

  private swap(a: T, b: T): void {
    const place = a.place;
    this.put(a, b.place);
    this.put(b, place);
  }

  private put(item: T, place: number): void {
    this.items[place] = item;
    item.place = place;
  }
}
