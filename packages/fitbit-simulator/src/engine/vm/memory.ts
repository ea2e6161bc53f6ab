import type { QuickJSRuntime, QuickJSWASMModule } from "quickjs-emscripten";

/**
 * Where QuickJS 2025-09-13, compiled to 32 bits, keeps what its API does not offer, in bytes from
 * the start of its JSRuntime. Checked against known values before use.
 */
const ALLOCATIONS = 16;
const LIMIT = 24;
const GC_THRESHOLD = 108;
const STRIP = 228;

const NO_LIMIT = 0xffffffff;
const INITIAL_GC_THRESHOLD = 256 * 1024;
const STRIP_SOURCE = 1;
const STRIP_ALL = 3;
/** This build counts 8 bytes an allocation towards its threshold, whatever their size. */
const COUNTED_PER_ALLOCATION = 8;

/** The memory of one runtime: cheap to look at, and tuned to behave like the watch's engine. */
export class RuntimeMemory {
  private readonly known: boolean;
  private words: Uint32Array;
  private threshold = INITIAL_GC_THRESHOLD;

  constructor(
    private readonly engine: QuickJSWASMModule,
    private readonly runtime: QuickJSRuntime,
  ) {
    this.words = new Uint32Array(this.buffer);
    this.known =
      this.word(LIMIT) === NO_LIMIT &&
      this.word(GC_THRESHOLD) === INITIAL_GC_THRESHOLD &&
      this.word(STRIP) === 0;
  }

  /** Live allocations; undefined when this engine's layout is another one. */
  get allocations(): number | undefined {
    return this.known ? this.word(ALLOCATIONS) : undefined;
  }

  /** Bytes in use, and those of them that are line numbers. Walks the heap, so it costs some 50 µs. */
  measure(): { bytes: number; lineNumbers: number } {
    const { context } = this.runtime;
    if (context === undefined) return { bytes: 0, lineNumbers: 0 };
    const usage = this.runtime.computeMemoryUsage();
    const read = (name: string) =>
      context.getProp(usage, name).consume((value) => context.getNumber(value));
    try {
      return {
        bytes: read("memory_used_size"),
        lineNumbers: read("js_func_pc2line_size"),
      };
    } finally {
      usage.dispose();
    }
  }

  /** Functions compiled from now on keep no source, and line numbers if they are to: the watch's engine has none. */
  forgetSource(lineNumbers: "with" | "without"): void {
    if (!this.known) return;
    this.set(STRIP, lineNumbers === "with" ? STRIP_SOURCE : STRIP_ALL);
  }

  /**
   * Has cycles collected after `slack` more allocations, as an engine with little memory does.
   * QuickJS raises the threshold by half of the heap at each collection; this takes it back.
   */
  collectAfter(slack: number): void {
    if (!this.known || this.word(GC_THRESHOLD) === this.threshold) return;
    this.threshold = (this.word(ALLOCATIONS) + slack) * COUNTED_PER_ALLOCATION;
    this.set(GC_THRESHOLD, this.threshold);
  }

  /** Has cycles collected at the next allocation of an object. */
  collectSoon(): void {
    if (this.known) this.set(GC_THRESHOLD, 0);
  }

  /** Starts the counting of {@link collectAfter}. */
  reset(): void {
    this.threshold = -1;
  }

  private get buffer(): ArrayBufferLike {
    return this.engine.getWasmMemory().buffer;
  }

  private index(offset: number): number {
    if (this.words.length === 0) this.words = new Uint32Array(this.buffer);
    const { rt } = this.runtime as unknown as { rt: { value: number } };
    return (rt.value + offset) >> 2;
  }

  private word(offset: number): number {
    const at = this.index(offset);
    return this.words[at] ?? 0;
  }

  private set(offset: number, value: number): void {
    const at = this.index(offset);
    this.words[at] = value;
  }
}
