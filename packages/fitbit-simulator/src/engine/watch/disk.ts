import type { Random } from "../time/random";
import { GuestError } from "../vm/sandbox";

/** Bytes that one app may store; from the SDK's documentation. */
const QUOTA_BYTES = 15 * 1024 * 1024;
/** What was written so many milliseconds before a death may not have reached the flash. No source: not documented. */
const UNSAFE_MS = 50;

/** At most so many changes, of so many bytes, can be lost at a death; the older ones are safe. */
const MOST_RECENT = 200;
const MOST_BYTES = 32 * 1024 * 1024;
/** More files than any app has. */
const MOST_FILES = 5000;

/** The file that {@link Disk.fill} makes. */
const FILLER = "filler";

type Content = Uint8Array | undefined;

/** A change of files: what was there before, and the states that a death during it can leave. */
interface Change {
  readonly atMs: number;
  readonly before: ReadonlyMap<string, Content>;
  readonly outcomes: readonly (() => ReadonlyMap<string, Content>)[];
}

interface Hooks {
  nowMs(): number;
  random: Random;
  changed(
    op: "write" | "append" | "rename" | "unlink",
    name: string,
    bytes: number,
  ): void;
  /** The death that {@link Disk.dieAtOp} asked for. */
  die(): void;
}

/** The app's files on the watch. They stay when it ends; a sudden death can leave the last ones torn. */
export class Disk {
  readonly files = new Map<string, Uint8Array>();
  private readonly modified = new Map<string, number>();
  private recent: Change[] = [];
  private deathIn = 0;

  constructor(private readonly hooks: Hooks) {}

  /** @throws GuestError when there is no such file */
  read(name: string): Uint8Array {
    const bytes = this.files.get(name);
    if (bytes === undefined) throw new GuestError(`no such file: ${name}`);
    return bytes;
  }

  /** Virtual milliseconds of the last change; 0 when there was none in this world. */
  modifiedMs(name: string): number {
    return this.modified.get(name) ?? 0;
  }

  /** Puts a file in place of what was there. @throws GuestError when the storage is full */
  write(name: string, bytes: Uint8Array): void {
    this.replace("write", name, bytes, (cut) => bytes.slice(0, cut), bytes);
  }

  /**
   * Writes into a file from the byte `at` on, filling a gap with zeros.
   * @throws GuestError when there is no such file or place, and when the storage is full
   */
  writeAt(name: string, at: number, bytes: Uint8Array): void {
    const old = this.read(name);
    if (!Number.isInteger(at) || at < 0) {
      throw new GuestError(`no place in a file: ${at}`);
    }
    this.checkQuota(Math.max(0, at + bytes.length - old.length));
    const upTo = (count: number): Uint8Array => {
      const content = new Uint8Array(Math.max(old.length, at + count));
      content.set(old);
      content.set(bytes.subarray(0, count), at);
      return content;
    };
    this.replace("append", name, upTo(bytes.length), upTo, bytes);
  }

  /** Also over a file that is there. @throws GuestError when there is no file `from` */
  rename(from: string, to: string): void {
    const bytes = this.read(from);
    if (from === to) return;
    const states = {
      before: new Map<string, Content>([
        [from, bytes],
        [to, this.files.get(to)],
      ]),
      after: new Map<string, Content>([
        [from, undefined],
        [to, bytes],
      ]),
      // Rename-over is not documented to be atomic: the old target may go first.
      between: new Map<string, Content>([
        [from, bytes],
        [to, undefined],
      ]),
    };
    this.perform(states.before, states.after, [
      () => states.before,
      () => states.between,
      () => states.after,
    ]);
    this.hooks.changed("rename", to, bytes.length);
  }

  /** Removes a file. @throws GuestError when there is none */
  unlink(name: string): void {
    const before = new Map<string, Content>([[name, this.read(name)]]);
    const after = new Map<string, Content>([[name, undefined]]);
    this.perform(before, after, [() => before, () => after]);
    this.hooks.changed("unlink", name, 0);
  }

  /** Makes the app die in its `count`-th next change of a file (1 is the next), leaving it torn. */
  dieAtOp(count: number): void {
    this.deathIn = count;
  }

  /** Leaves what a sudden death leaves: a part of the latest changes, the last of them torn. */
  tear(): void {
    const since = this.hooks.nowMs() - UNSAFE_MS;
    const unsafe = this.recent.filter((change) => change.atMs >= since);
    this.recent = [];
    const kept = this.hooks.random.upTo(unsafe.length);
    for (const change of unsafe.slice(kept).reverse()) this.put(change.before);
    const torn = unsafe[kept];
    if (torn !== undefined) this.put(this.pick(torn));
  }

  /** The files as a sudden death at this moment could leave them; nothing changes. */
  afterDeath(): Map<string, Uint8Array> {
    const alive = new Map(this.files);
    this.tear();
    const left = new Map(this.files);
    this.files.clear();
    for (const [name, bytes] of alive) this.files.set(name, bytes);
    return left;
  }

  /** Fills the storage with a file of no use, up to its last `leftBytes`. */
  fill(leftBytes: number): void {
    this.files.delete(FILLER);
    const size = QUOTA_BYTES - sizeOf(this.files) - leftBytes;
    this.files.set(FILLER, new Uint8Array(Math.max(0, size)));
  }

  /** Removes what {@link fill} has put there. */
  free(): void {
    this.files.delete(FILLER);
  }

  private replace(
    op: "write" | "append",
    name: string,
    content: Uint8Array,
    prefix: (count: number) => Uint8Array,
    written: Uint8Array,
  ): void {
    const old = this.files.get(name);
    this.checkQuota(content.length - (old?.length ?? 0));
    if (old === undefined && this.files.size >= MOST_FILES) {
      throw new GuestError(`no more than ${MOST_FILES} files`);
    }
    const before = new Map<string, Content>([[name, this.files.get(name)]]);
    const after = new Map<string, Content>([[name, content]]);
    const most = Math.max(0, written.length - 1);
    this.perform(before, after, [
      () => before,
      () => new Map([[name, prefix(this.hooks.random.upTo(most))]]),
      () => after,
    ]);
    this.hooks.changed(op, name, written.length);
  }

  private perform(
    before: Change["before"],
    after: ReadonlyMap<string, Content>,
    outcomes: Change["outcomes"],
  ): void {
    const atMs = this.hooks.nowMs();
    const change = { atMs, before, outcomes };
    if (this.deathIn > 0 && --this.deathIn === 0) {
      this.put(this.pick(change));
      this.recent = [];
      this.hooks.die();
      throw new GuestError("the app was killed");
    }
    this.recent = this.recent.filter((old) => old.atMs >= atMs - UNSAFE_MS);
    this.recent.push(change);
    this.forgetSafe();
    this.put(after);
  }

  /** Drops changes that are so many, or so large, that the older ones have reached the flash. */
  private forgetSafe(): void {
    const { recent } = this;
    let bytes = 0;
    let kept = 0;
    for (const { before } of [...recent].reverse()) {
      bytes += sizeOf(before);
      if (kept === MOST_RECENT || (kept > 0 && bytes > MOST_BYTES)) break;
      kept += 1;
    }
    recent.splice(0, recent.length - kept);
  }

  private pick(change: Change): ReadonlyMap<string, Content> {
    const { outcomes, before } = change;
    return outcomes[this.hooks.random.upTo(outcomes.length - 1)]?.() ?? before;
  }

  private put(state: ReadonlyMap<string, Content>): void {
    for (const [name, content] of state) {
      if (content === undefined) {
        this.files.delete(name);
        this.modified.delete(name);
      } else {
        this.files.set(name, content);
        this.modified.set(name, this.hooks.nowMs());
      }
    }
  }

  private checkQuota(more: number): void {
    if (sizeOf(this.files) + more > QUOTA_BYTES) {
      throw new GuestError("no space left: an app may store 15 MB");
    }
  }
}

function sizeOf(state: ReadonlyMap<string, Content>): number {
  let bytes = 0;
  for (const content of state.values()) bytes += content?.length ?? 0;
  return bytes;
}
