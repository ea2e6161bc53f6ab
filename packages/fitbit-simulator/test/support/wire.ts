import { Duplex } from "node:stream";

/** What happens to the bytes of one direction. */
export type Passing = (bytes: Buffer) => Buffer;

/** One end of a cable. What is written arrives at the other end, later and in pieces. */
class End extends Duplex {
  other!: End;
  passing: Passing = (bytes) => bytes;

  constructor(private readonly random: () => number) {
    super({ allowHalfOpen: false });
  }

  override _read(): void {
    // Bytes are pushed as they come.
  }

  override _write(
    bytes: Buffer,
    _: BufferEncoding,
    done: (error?: Error | null) => void,
  ): void {
    let rest = this.passing(Buffer.from(bytes));
    const pieces: Buffer[] = [];
    while (rest.length) {
      const size = 1 + Math.floor(this.random() * rest.length);
      pieces.push(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
    // Later: the library's link cannot bear an answer while it still asks.
    setImmediate(() => {
      for (const piece of pieces) {
        if (!this.other.destroyed) this.other.push(piece);
      }
      done();
    });
  }

  override _destroy(
    error: Error | null,
    done: (error: Error | null) => void,
  ): void {
    setImmediate(() => this.other.destroy());
    done(error);
  }
}

/** A cable between a watch and a computer. */
export interface Wire {
  readonly watch: Duplex & { passing: Passing };
  readonly computer: Duplex & { passing: Passing };
}

/** @param random where bytes are cut, 0 to below 1 */
export function wire(random: () => number): Wire {
  const watch = new End(random);
  const computer = new End(random);
  watch.other = computer;
  computer.other = watch;
  return { watch, computer };
}
