import type { WorldContext } from "../context";
import type { ArrivedFile } from "./inbox";
import { packValue, decodeCbor } from "../vm/packed";
import { Peer } from "./peer";
import { type End, type Transfer, Transfers } from "./transfers";

/** What the link needs of a program at one of its ends. */
export interface LinkEnd {
  readonly running: boolean;
  /** A file arrives, whether or not the program runs. */
  receive(file: ArrivedFile): void;
  /** The program may take what has arrived. */
  received(): void;
  /** A transfer of this end's changed. */
  transferChanged(transfer: Transfer): void;
  /** Something happened to the socket; see `entries.peer` of the guests. */
  peer(type: string, data?: string | number, wasClean?: boolean): void;
  /** The program at the other end started or ended, or came in or out of reach. */
  otherChanged(): void;
}

const CONNECTION_LOST = 1;
const PEER_INITIATED = 2;
const BUFFER_FULL = 1;

/** The way between watch and phone, as whoever carries them sees it. */
export interface Link {
  /** Whether watch and phone reach each other. */
  readonly near: boolean;
  /** The phone goes out of reach. */
  away(): void;
  /** The phone comes back. */
  back(): void;
  /** Files for one end that have not arrived yet, in order. */
  queue(to: End): readonly Transfer[];
}

/** The link as both systems use it: file transfers and messages. */
export class SystemLink implements Link {
  private together = true;
  private powered = true;
  private wasNear = true;
  private ends: Record<End, LinkEnd> | undefined;
  readonly transfers: Transfers;
  readonly peer: Peer;

  constructor(world: WorldContext) {
    this.transfers = new Transfers(world, {
      near: () => this.near,
      changed: (transfer) =>
        this.end(other(transfer.to))?.transferChanged(transfer),
      arrived: (transfer) => this.end(transfer.to)?.receive(transfer),
      received: (end) => this.end(end)?.received(),
    });
    this.peer = new Peer(world, {
      connected: () =>
        this.near &&
        this.end("watch")?.running === true &&
        this.end("phone")?.running === true,
      received: (at, data) =>
        this.end(at)?.peer("message", packValue(decodeCbor(data))),
      opened: (at) => this.end(at)?.peer("open"),
      closed: (at) =>
        this.end(at)?.peer(
          "close",
          this.near ? PEER_INITIATED : CONNECTION_LOST,
          this.near,
        ),
      full: (at) => this.end(at)?.peer("error", BUFFER_FULL),
    });
  }

  get near(): boolean {
    return this.together && this.powered;
  }

  /** Joins the two ends; once. */
  join(ends: Record<End, LinkEnd>): void {
    this.ends = ends;
  }

  away(): void {
    this.together = false;
    this.update();
  }

  back(): void {
    this.together = true;
    this.update();
  }

  queue(to: End): readonly Transfer[] {
    return this.transfers.queue(to);
  }

  /** The watch is switched on or off: an off one is out of reach. */
  power(on: boolean): void {
    this.powered = on;
    this.update();
  }

  /** The program at this end has started or ended. */
  programChanged(at: End): void {
    this.peer.update();
    this.end(other(at))?.otherChanged();
  }

  private update(): void {
    if (this.near === this.wasNear) return;
    this.wasNear = this.near;
    this.transfers.linkChanged();
    this.peer.update();
    this.end("watch")?.otherChanged();
    this.end("phone")?.otherChanged();
  }

  private end(end: End): LinkEnd | undefined {
    return this.ends?.[end];
  }
}

function other(end: End): End {
  return end === "watch" ? "phone" : "watch";
}
