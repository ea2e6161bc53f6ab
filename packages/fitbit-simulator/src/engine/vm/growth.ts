import type { QuickJSWASMModule } from "quickjs-emscripten";

const PAGE_BYTES = 65_536;

/** What is used of `WebAssembly.Memory`. */
interface Memory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

/**
 * The growth of the memory that all programs of an engine share: while a program runs, by no more
 * than what is left of its own allowance. The engine itself does not count the size of what a
 * program allocates, so this is what stops one that takes much in a few steps.
 */
export class Growth {
  private static readonly known = new WeakMap<object, Growth>();
  private payer: Payer | undefined;

  private constructor(memory: Memory) {
    const grow = memory.grow.bind(memory);
    // The engine takes an error here as what it is: no more memory.
    memory.grow = (pages) => {
      this.payer?.pay(pages * PAGE_BYTES, memory.buffer.byteLength);
      return grow(pages);
    };
  }

  /** The growth of an engine's memory. */
  static of(engine: QuickJSWASMModule): Growth {
    const memory = engine.getWasmMemory() as Memory;
    const growth = Growth.known.get(memory) ?? new Growth(memory);
    Growth.known.set(memory, growth);
    return growth;
  }

  /** Runs something that grows the memory on someone's account. */
  during<T>(payer: Payer, run: () => T): T {
    const before = this.payer;
    this.payer = payer;
    try {
      return run();
    } finally {
      this.payer = before;
    }
  }
}

/** Whom growth is counted for. */
export interface Payer {
  /**
   * @param bytes of growth
   * @param size of the memory before it, in bytes
   * @throws RangeError when it is too much; the engine then tries a smaller step, if there is one
   */
  pay(bytes: number, size: number): void;
}
