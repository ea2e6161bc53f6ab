import type { WorldContext } from "../context";
import type { TransferState } from "../events";
import { fileNameFault } from "../file-name";
import type { Task } from "../time/schedule";
import { GuestError } from "../vm/sandbox";

/** One end of the link. */
export type End = "watch" | "phone";

/** A file on its way from one end to the other. */
export interface Transfer {
  readonly number: number;
  readonly to: End;
  readonly name: string;
  readonly data: Uint8Array;
  state: TransferState;
}

/** A file to queue: what survives of a transfer between two runs. */
export interface QueuedFile {
  readonly to: End;
  readonly name: string;
  readonly data: Uint8Array;
}

/** Time a transfer takes: a handshake of 200 ms and up to 800 more, then some 20 KB a second. */
const HANDSHAKE_MS = 200;
const SPREAD_MS = 800;
const BYTES_PER_MS = 20;
/** What a late transfer takes on top, at most. */
const LATE_MS = 600_000;

/** What may wait to be sent in one direction, in files and bytes; the system's own limits are unknown. */
const MOST_WAITING = 1000;
const MOST_BYTES = 32 * 1024 * 1024;

/** What is wrong with the link. All files still arrive in the end, unless `lost` is set. */
export interface LinkFaults {
  /** Any file of the queue may go next. */
  outOfOrder: boolean;
  /** One file in three arrives twice. */
  repeated: boolean;
  /** One attempt in three fails at its end and is made again. */
  interrupted: boolean;
  /** Each file takes up to ten minutes more. */
  late: boolean;
  /** Files that have not arrived when the ends lose each other never do. */
  lost: boolean;
}

/** Why no file can be sent under a name; undefined when one can. */
export function transferNameFault(name: string): string | undefined {
  return name.length < 1 || name.length > 64
    ? `a transfer's name must have 1 to 64 characters, not ${name.length}`
    : fileNameFault(name);
}

interface Hooks {
  near(): boolean;
  /** After each change of a transfer's state. */
  changed(transfer: Transfer): void;
  /** A file has arrived, whether or not the program there runs. */
  arrived(transfer: Transfer): void;
  /** Both ends know that a file has arrived. */
  received(at: End): void;
}

/**
 * The system's file transfer: keeps what is queued while the ends are apart, retries, outlives
 * both programs. One transfer at a time in each direction.
 */
export class Transfers {
  readonly faults: LinkFaults = {
    outOfOrder: false,
    repeated: false,
    interrupted: false,
    late: false,
    lost: false,
  };
  private lastNumber = 0;
  private waiting: Transfer[] = [];
  private readonly running = new Map<End, Task>();

  constructor(
    private readonly world: WorldContext,
    private readonly hooks: Hooks,
  ) {}

  /** @throws GuestError for a name that is not 1–64 characters long or no file can have, and when too much waits */
  enqueue(file: QueuedFile): Transfer {
    const fault = transferNameFault(file.name);
    if (fault !== undefined) throw new GuestError(fault);
    for (const older of this.queue(file.to)) {
      if (older.name === file.name) this.cancel(older.number);
    }
    const before = this.queue(file.to);
    const bytes = before.reduce((sum, { data }) => sum + data.length, 0);
    if (
      before.length >= MOST_WAITING ||
      bytes + file.data.length > MOST_BYTES
    ) {
      throw new GuestError("too much waits to be sent");
    }
    this.lastNumber += 1;
    const transfer: Transfer = {
      ...file,
      number: this.lastNumber,
      state: "pending",
    };
    this.waiting.push(transfer);
    this.report(transfer);
    this.advance();
    return transfer;
  }

  /** What is not over yet, in order. */
  queue(to: End): readonly Transfer[] {
    return this.waiting.filter((transfer) => transfer.to === to);
  }

  /** What is not over yet, in order, as another world can queue it again. */
  queuedFiles(to: End): QueuedFile[] {
    return this.queue(to).map(({ name, data }) => ({ to, name, data }));
  }

  /** Takes a transfer out of the queue; one that is over stays as it is. */
  cancel(number: number): void {
    const transfer = this.waiting.find((one) => one.number === number);
    if (transfer === undefined) return;
    this.remove(transfer);
    this.set(transfer, "canceled");
    this.advance();
  }

  /** To be called when the ends come together or apart. */
  linkChanged(): void {
    if (this.hooks.near()) {
      this.advance();
      return;
    }
    for (const [end, task] of this.running) {
      task.cancel();
      this.running.delete(end);
      const cut = this.queue(end).find(({ state }) => state === "transferring");
      if (cut !== undefined) this.set(cut, "pending");
    }
    if (this.faults.lost) this.lose();
  }

  private lose(): void {
    for (const transfer of this.waiting.splice(0)) this.set(transfer, "error");
  }

  private advance(): void {
    if (!this.hooks.near()) return;
    for (const end of ["watch", "phone"] as const) {
      if (this.running.has(end)) continue;
      const queue = this.queue(end);
      const at = this.faults.outOfOrder
        ? this.world.random.upTo(queue.length - 1)
        : 0;
      const next = queue[at];
      if (next !== undefined) this.begin(next);
    }
  }

  private begin(transfer: Transfer): void {
    const { schedule, random } = this.world;
    const takes =
      HANDSHAKE_MS +
      random.upTo(SPREAD_MS) +
      (this.faults.late ? random.upTo(LATE_MS) : 0) +
      Math.ceil(transfer.data.length / BYTES_PER_MS);
    const task = schedule.at(schedule.nowMs + takes, () => {
      this.running.delete(transfer.to);
      if (this.faults.interrupted && this.oneInThree()) {
        this.set(transfer, "pending");
        this.advance();
        return;
      }
      this.remove(transfer);
      this.hooks.arrived(transfer);
      if (this.faults.repeated && this.oneInThree()) {
        this.hooks.arrived(transfer);
      }
      this.set(transfer, "transferred");
      this.hooks.received(transfer.to);
      this.advance();
    });
    this.running.set(transfer.to, task);
    this.set(transfer, "transferring");
  }

  private oneInThree(): boolean {
    return this.world.random.upTo(2) === 0;
  }

  private remove(transfer: Transfer): void {
    this.waiting = this.waiting.filter((one) => one !== transfer);
    if (transfer.state === "transferring") {
      this.running.get(transfer.to)?.cancel();
      this.running.delete(transfer.to);
    }
  }

  private set(transfer: Transfer, state: TransferState): void {
    transfer.state = state;
    this.report(transfer);
    this.hooks.changed(transfer);
  }

  private report(transfer: Transfer): void {
    this.world.emit({
      type: "transfer",
      to: transfer.to,
      name: transfer.name,
      bytes: transfer.data.length,
      state: transfer.state,
    });
  }
}
