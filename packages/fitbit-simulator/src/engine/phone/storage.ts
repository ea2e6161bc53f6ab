import type { WorldContext } from "../context";
import type { ProgramName } from "../events";
import { GuestError } from "../vm/sandbox";

/** What one storage of the phone holds, in characters; about 5 MiB by community reports. */
const QUOTA = 5 * 1024 * 1024;

/** A change of a key; all keys at once when `key` is null. */
export interface StorageChange {
  readonly key: string | null;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  /** Who made it. */
  readonly from: ProgramName;
}

/** A storage of the phone: text by key, kept when the programs end. */
export class PhoneStorage {
  private readonly items = new Map<string, string>();
  /** The keys as a list, until one comes or goes: programs ask for all of them, one by one. */
  private listed: readonly string[] | undefined;
  private size = 0;
  /** Called after each change, whoever made it. */
  onChange: ((change: StorageChange) => void) | undefined;

  /**
   * @param world where changes are reported, for a storage whose changes are of interest
   */
  constructor(private readonly world?: WorldContext) {}

  get length(): number {
    return this.items.size;
  }

  /** The keys in the order they were first set. */
  keys(): readonly string[] {
    this.listed ??= [...this.items.keys()];
    return this.listed;
  }

  key(index: number): string | undefined {
    return this.keys()[index];
  }

  get(key: string): string | undefined {
    return this.items.get(key);
  }

  entries(): Record<string, string> {
    return Object.fromEntries(this.items);
  }

  /** @throws GuestError when the storage would be over its quota */
  set(key: string, value: string, from: ProgramName): void {
    const oldValue = this.items.get(key);
    const grows =
      value.length - (oldValue === undefined ? -key.length : oldValue.length);
    if (this.size + grows > QUOTA) {
      throw new GuestError(
        `the storage is full (${QUOTA} characters)`,
        "QuotaExceededError",
      );
    }
    this.size += grows;
    if (oldValue === undefined) this.listed = undefined;
    this.items.set(key, value);
    if (oldValue === value) return;
    this.report({ key, oldValue: oldValue ?? null, newValue: value, from });
  }

  remove(key: string, from: ProgramName): void {
    const oldValue = this.items.get(key);
    if (oldValue === undefined) return;
    this.listed = undefined;
    this.items.delete(key);
    this.size -= key.length + oldValue.length;
    this.report({ key, oldValue, newValue: null, from });
  }

  clear(from: ProgramName): void {
    if (this.items.size === 0) return;
    this.listed = undefined;
    this.items.clear();
    this.size = 0;
    this.report({ key: null, oldValue: null, newValue: null, from });
  }

  /** Holds just what another run left, reporting nothing. */
  load(entries: Readonly<Record<string, string>>): void {
    this.listed = undefined;
    this.items.clear();
    this.size = 0;
    for (const [key, value] of Object.entries(entries)) {
      this.size += key.length + value.length;
      this.items.set(key, value);
    }
  }

  private report(change: StorageChange): void {
    this.world?.emit({ type: "storage", key: change.key, from: change.from });
    this.onChange?.(change);
  }
}
