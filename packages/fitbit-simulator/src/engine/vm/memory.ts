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

  /** Bytes in use. Walks the heap, so it costs some 50 µs. */
  measure(): number {
    const usage = this.runtime.computeMemoryUsage();
    try {
      const context = this.runtime.context;
      if (context === undefined) return 0;
      const used = context.getProp(usage, "memory_used_size");
      const bytes = context.getNumber(used);
      used.dispose();
      return bytes;
    } finally {
      usage.dispose();
    }
  }

  /** Functions compiled from now on keep neither source nor line numbers: the watch's engine has none. */
  forgetSource(): void {
    if (this.known) this.set(STRIP, STRIP_ALL);
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
