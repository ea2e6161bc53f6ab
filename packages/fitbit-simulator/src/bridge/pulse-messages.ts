import { Duplex, pipeline, Transform } from "node:stream";
import { Interface } from "@fitbit/pulse";
import {
  decodeTransparency,
  stripFCS,
} from "@fitbit/pulse/lib/framing/decoder";
import { FrameEncoder } from "@fitbit/pulse/lib/framing/encoder";
import { FrameSplitter } from "@fitbit/pulse/lib/framing/splitter";
import { WatchFailure } from "./failure";

/** A port of a link. */
type Socket = Awaited<
  ReturnType<Awaited<ReturnType<Interface["getLink"]>>["openSocket"]>
>;

/** Where the developer bridge listens, and the bytes before each part of a message. */
const PORT = 0x3e20;
const HEADER_BYTES = 2;
/** A part says in one byte how many follow it. */
const MOST_PARTS = 256;
/** The longest frame that is read; the watch's are about 500 bytes. What is longer is noise. */
const LONGEST_FRAME = 16 * 1024;
/** How long a watch may take until the link stands. The library itself would wait for 90 s. */
const OPENING_MS = 10_000;
/** How long the parting word may take. */
const CLOSING_MS = 1000;

const UNPLUGGED = "the watch was unplugged, or ended the connection";
const SILENT =
  "the watch does not answer: is its developer bridge switched on (Settings > Developer bridge > USB)?";

/**
 * Reads frames. What is damaged is left out: the layer above sends again what was not
 * acknowledged. The library's own decoder ends the link without a word.
 */
class Frames extends Transform {
  constructor() {
    super({ readableObjectMode: true, allowHalfOpen: false });
  }

  override _transform(
    chunk: Buffer,
    _: string,
    done: (error?: Error | null) => void,
  ): void {
    try {
      this.push(stripFCS(decodeTransparency(chunk)));
    } catch {
      // Noise on the wire, or a frame that began before we listened.
    }
    done();
  }
}

/** The messages of the developer bridge, over a stream of bytes such as a USB endpoint. */
export class PulseMessages extends Duplex {
  private parts: Buffer[] = [];
  /** How many parts follow the one that came last; undefined between messages. */
  private following: number | undefined;
  /** What is left of a message whose beginning is missing is passed over. */
  private skipping = false;
  /** The parting word is on its way: the port closes before it is out. */
  private leaving = false;

  private constructor(
    private readonly link: Interface,
    private readonly socket: Socket,
  ) {
    super({ objectMode: true, allowHalfOpen: false });
    socket.on("data", (packet: Buffer) => this.received(packet));
    socket.once("close", () => {
      if (!this.leaving) this.destroy();
    });
  }

  /**
   * Opens the link.
   * @throws WatchFailure when the watch does not answer within 10 s or is unplugged
   */
  static async open(bytes: Duplex): Promise<PulseMessages> {
    const link = new Interface({ requestedTransports: ["reliable"] });
    const gone = new Promise<never>((_, reject) => {
      const fail = () => reject(new WatchFailure("unplugged", UNPLUGGED));
      if (bytes.destroyed) fail();
      bytes.once("close", fail);
    });
    gone.catch(() => undefined);
    pipeline(
      [
        bytes,
        new FrameSplitter(LONGEST_FRAME),
        new Frames(),
        link,
        new FrameEncoder(),
        bytes,
      ],
      () => down(link),
    );
    try {
      return await Promise.race([PulseMessages.opened(link), gone]);
    } catch (error) {
      down(link);
      if (error instanceof WatchFailure) throw error;
      throw new WatchFailure("silent", SILENT);
    }
  }

  private static async opened(link: Interface): Promise<PulseMessages> {
    const until = Date.now() + OPENING_MS;
    const line = await link.getLink(OPENING_MS);
    const left = Math.max(1, until - Date.now());
    return new PulseMessages(
      link,
      await line.openSocket("reliable", PORT, left),
    );
  }

  /** Says that this is the end, and lets go of the stream. */
  async hangUp(): Promise<void> {
    if (this.destroyed) return;
    this.leaving = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSING_MS);
    });
    await Promise.race([this.link.close().catch(() => undefined), late]);
    clearTimeout(timer);
    down(this.link);
    this.destroy();
  }

  override _read(): void {
    // Messages are pushed as they come.
  }

  override _write(
    message: Buffer | string,
    _: BufferEncoding,
    done: (error?: Error | null) => void,
  ): void {
    try {
      this.send(Buffer.from(message as Buffer));
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _destroy(
    error: Error | null,
    done: (error: Error | null) => void,
  ): void {
    down(this.link);
    done(error);
  }

  private send(message: Buffer): void {
    const size = this.socket.mtu - HEADER_BYTES;
    let following = Math.ceil(message.length / size);
    if (following > MOST_PARTS) {
      throw new Error(`a message of ${message.length} bytes is too long`);
    }
    for (let at = 0; at < message.length; at += size) {
      following -= 1;
      const part = message.subarray(at, at + size);
      this.socket.send(Buffer.concat([Buffer.from([0, following]), part]));
    }
  }

  private received(packet: Buffer): void {
    const [type, following] = packet;
    if (type !== 0 || following === undefined) return;
    if (this.following !== undefined && this.following !== following + 1) {
      this.skipping = true;
    }
    this.parts.push(packet.subarray(HEADER_BYTES));
    this.following = following;
    if (following > 0) return;
    const whole = !this.skipping;
    const message = Buffer.concat(this.parts);
    this.parts = [];
    this.following = undefined;
    this.skipping = false;
    if (whole) this.push(message);
  }
}

/** Ends the link at once, without a word; the library keeps this to itself. */
function down(link: Interface): void {
  if (!link.isClosed) (link as unknown as { down(): void }).down();
}
