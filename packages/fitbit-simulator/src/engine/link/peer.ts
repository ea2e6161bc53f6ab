import type { WorldContext } from "../context";
import { GuestError } from "../vm/sandbox";
import type { End } from "./transfers";

/** Bytes of the largest encoded message; as `peerSocket.MAX_MESSAGE_SIZE` says. */
const MAX_MESSAGE_BYTES = 1027;
/** Bytes that may wait to be sent; then the socket refuses more. */
const BUFFER_BYTES = 8 * MAX_MESSAGE_BYTES;
/** Milliseconds from `send` to the other program. No source: not documented. */
const LATENCY_MS = 60;

interface Hooks {
  /** Whether both programs run and the link is near. */
  connected(): boolean;
  received(at: End, data: Uint8Array): void;
  opened(at: End): void;
  closed(at: End): void;
  full(at: End): void;
}

/**
 * The messages between the two programs: in order while connected. What has not arrived when the
 * connection ends is lost.
 */
export class Peer {
  private isOpen = false;
  private session = 0;
  private readonly waiting = { watch: 0, phone: 0 };

  constructor(
    private readonly world: WorldContext,
    private readonly hooks: Hooks,
  ) {}

  get open(): boolean {
    return this.isOpen;
  }

  /** Bytes on their way from this end. */
  buffered(from: End): number {
    return this.waiting[from];
  }

  /** @throws GuestError when the message is too large; the caller checks that it is open */
  send(from: End, data: Uint8Array): void {
    if (data.length > MAX_MESSAGE_BYTES) {
      throw new GuestError(
        `a message may take ${MAX_MESSAGE_BYTES} bytes, this one takes ${data.length}`,
      );
    }
    if (this.waiting[from] + data.length > BUFFER_BYTES) {
      this.hooks.full(from);
      return;
    }
    this.waiting[from] += data.length;
    const to = from === "watch" ? "phone" : "watch";
    const { schedule } = this.world;
    const { session } = this;
    schedule.at(schedule.nowMs + LATENCY_MS, () => {
      if (session !== this.session) return;
      this.waiting[from] -= data.length;
      this.world.emit({ type: "message", to, bytes: data.length });
      this.hooks.received(to, data);
    });
  }

  /** To be called when a program starts or ends, or the link changes. */
  update(): void {
    const connected = this.hooks.connected();
    if (connected === this.isOpen) return;
    this.isOpen = connected;
    this.session += 1;
    this.waiting.watch = 0;
    this.waiting.phone = 0;
    for (const end of ["watch", "phone"] as const) {
      if (connected) this.hooks.opened(end);
      else this.hooks.closed(end);
    }
  }
}
