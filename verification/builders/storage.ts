import { KeyValueStore } from "../../phone/key-value-store";

/** Storage in memory that works as the phone's. `room` limits the characters of keys and values. */
export class MemoryStorage implements KeyValueStore {
  readonly map = new Map<string, string>();

  constructor(public room = Infinity) {}

  get length(): number {
    return this.map.size;
  }

  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const before = this.map.get(key);
    this.map.set(key, value);
    if (this.used() <= this.room) return;
    if (before === undefined) this.map.delete(key);
    else this.map.set(key, before);
    throw new Error("QuotaExceededError");
  }

  removeItem(key: string): void {
    this.map.delete(key);
  }

  used(): number {
    let used = 0;
    if (this.room === Infinity) return used;
    this.map.forEach((value, key) => (used += key.length + value.length));
    return used;
  }
}

/** Counts the changes that a program makes, and allows no more after so many of them. */
export class DyingProcess {
  done = 0;

  constructor(private dieAfter = Infinity) {}

  get dead(): boolean {
    return this.done >= this.dieAfter;
  }

  act<T>(action: () => T): T | undefined {
    return this.done++ < this.dieAfter ? action() : undefined;
  }
}

/** The storage of a program that may die between two writes. */
export class DyingStorage implements KeyValueStore {
  constructor(
    private inner: KeyValueStore,
    private process: DyingProcess,
  ) {}

  get length(): number {
    return this.inner.length;
  }

  key(index: number): string | null {
    return this.inner.key(index);
  }

  getItem(key: string): string | null {
    return this.inner.getItem(key);
  }

  setItem(key: string, value: string): void {
    this.process.act(() => this.inner.setItem(key, value));
  }

  removeItem(key: string): void {
    this.process.act(() => this.inner.removeItem(key));
  }
}
