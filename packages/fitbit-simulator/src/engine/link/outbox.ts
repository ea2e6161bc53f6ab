import {
  asBytes,
  asNumber,
  asText,
  lasting,
  type Operations,
} from "../context";
import type { TransferState } from "../events";
import type { End, Transfer, Transfers } from "./transfers";

/** The transfers that a program knows of, and the operations of its `outbox`. */
export class Outbox {
  private readonly known = new Map<number, Transfer>();
  /** How the latest of those that are over ended. */
  private readonly over = new Map<number, TransferState>();

  constructor(
    private readonly transfers: Transfers,
    private readonly to: End,
  ) {}

  /** Whether the program is to be told of this transfer's changes. */
  knows(number: number): boolean {
    return this.known.has(number);
  }

  /** The program has been told that a transfer is over: its content need not be kept. */
  forget(number: number): void {
    const transfer = this.known.get(number);
    if (transfer === undefined) return;
    this.known.delete(number);
    this.over.set(number, transfer.state);
    const [oldest] = this.over.keys();
    if (this.over.size > 1000 && oldest !== undefined) this.over.delete(oldest);
  }

  /** Queues a file; gives `NUMBER:NAME`, which the guest's `transfer` takes. */
  enqueue(name: string, data: Uint8Array): string {
    return this.note(this.transfers.enqueue({ to: this.to, name, data }));
  }

  operations(): Operations {
    return {
      "outbox.enqueue": lasting((data, name) =>
        this.enqueue(asText(name), asBytes(data)),
      ),
      "outbox.list": () =>
        JSON.stringify(
          this.transfers.queue(this.to).map((transfer) => this.note(transfer)),
        ),
      "outbox.state": (number) =>
        this.known.get(asNumber(number))?.state ??
        this.over.get(asNumber(number)) ??
        "error",
      "outbox.cancel": lasting((number) =>
        this.transfers.cancel(asNumber(number)),
      ),
    };
  }

  private note(transfer: Transfer): string {
    this.known.set(transfer.number, transfer);
    return `${transfer.number}:${transfer.name}`;
  }
}
