import type {
  QuickJSContext,
  QuickJSHandle,
  QuickJSWASMModule,
} from "quickjs-emscripten";
import { RuntimeMemory } from "./memory";
import type { GuestCode } from "./guest-code";

/** What the line numbers of some code take of the heap. */
export interface LineNumberCost {
  /** Bytes that the code takes more with them. */
  readonly bytes: number;
  /** Bytes of these that QuickJS counts by themselves. */
  readonly counted: number;
}

/** The largest file that gets line numbers, in characters; no watch has room for such a file. */
const MOST_CHARACTERS = 512 * 1024;

/**
 * Weighs the line numbers of a watch's code, which the watch's engine does not have: compiles the
 * code with and without them, in a runtime beside the program's. Nothing of the code runs.
 */
export class LineNumberScale {
  private readonly context: QuickJSContext;
  private readonly memory: RuntimeMemory;
  /** Names that several files have are in the heap once. */
  private readonly kept: QuickJSHandle[] = [];

  /** @param guest what is around the program: names that it has, too, are there once */
  constructor(engine: QuickJSWASMModule, guest: string) {
    const runtime = engine.newRuntime();
    this.memory = new RuntimeMemory(engine, runtime);
    this.context = runtime.newContext();
    runtime.context = this.context;
    this.kept.push(this.context.unwrapResult(this.context.evalCode(guest)));
  }

  /** Frees all. */
  dispose(): void {
    for (const handle of this.kept) handle.dispose();
    this.context.dispose();
    this.context.runtime.dispose();
  }

  /** What the line numbers of this code take; undefined when it is too large or does not compile. */
  weigh(code: GuestCode): LineNumberCost | undefined {
    if (code.source.length > MOST_CHARACTERS) return undefined;
    // The first time, names are stored that stay.
    this.compile(code, "without");
    const bare = this.compile(code, "without");
    const numbered = this.compile(code, "with", "keep");
    if (bare === undefined || numbered === undefined) return undefined;
    return {
      bytes: numbered.bytes - bare.bytes,
      counted: numbered.lineNumbers - bare.lineNumbers,
    };
  }

  private compile(
    { source, filename }: GuestCode,
    lineNumbers: "with" | "without",
    keep?: "keep",
  ): { bytes: number; lineNumbers: number } | undefined {
    this.memory.forgetSource(lineNumbers);
    const before = this.memory.measure();
    const compiled = this.context.evalCode(source, filename, {
      compileOnly: true,
    });
    const after = this.memory.measure();
    if (compiled.error === undefined && keep) this.kept.push(compiled.value);
    else compiled.dispose();
    if (compiled.error !== undefined) return undefined;
    return {
      bytes: after.bytes - before.bytes,
      lineNumbers: after.lineNumbers - before.lineNumbers,
    };
  }
}

/** What the line numbers in a heap take, from what QuickJS counts of them there. */
export class LineNumberShare {
  private bytes = 0;
  private counted = 0;

  /** Counts code in. */
  add(cost: LineNumberCost): void {
    this.bytes += cost.bytes;
    this.counted += cost.counted;
  }

  /** All that was counted in, in bytes. */
  get most(): number {
    return this.bytes;
  }

  /** Bytes that are still there. @param counted bytes that QuickJS counts now; code may be gone */
  of(counted: number): number {
    return this.counted > 0
      ? Math.round((this.bytes * counted) / this.counted)
      : 0;
  }
}
