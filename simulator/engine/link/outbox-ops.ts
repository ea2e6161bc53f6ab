import { asBytes, asNumber, asText, type Ops } from "../context";
import type { End, Transfer, Transfers } from "./transfers";

/** What a program asked about of its transfers, and its calls of the `outbox`. */
export class Outbox {
  private readonly known = new Map<number, Transfer>();

  constructor(
    private readonly transfers: Transfers,
    private readonly to: End,
  ) {}

  /** Whether the program is to be told of this transfer's changes. */
  knows(number: number): boolean {
    return this.known.has(number);
  }

  /** Queues a file; gives what the guest's `transfer` takes. */
  enqueue(name: string, data: Uint8Array): string {
    return this.note(this.transfers.enqueue({ to: this.to, name, data }));
  }

  ops(): Ops {
    return {
      "outbox.enqueue": (data, name) =>
        this.enqueue(asText(name), asBytes(data)),
      "outbox.list": () =>
        JSON.stringify(
          this.transfers.queue(this.to).map((transfer) => this.note(transfer)),
        ),
      "outbox.state": (number) =>
        this.known.get(asNumber(number))?.state ?? "error",
      "outbox.cancel": (number) => this.transfers.cancel(asNumber(number)),
    };
  }

  private note(transfer: Transfer): string {
    this.known.set(transfer.number, transfer);
    return `${transfer.number}:${transfer.name}`;
  }
}
