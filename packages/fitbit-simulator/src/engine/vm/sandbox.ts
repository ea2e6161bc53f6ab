import {
  type Intrinsics,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSWASMModule,
} from "quickjs-emscripten";
import { abandonEngine } from "./engine";
import { Growth } from "./growth";
import { GuestCode } from "./guest-code";
import { LineNumberScale, LineNumberShare } from "./line-numbers";
import { RuntimeMemory } from "./memory";
import { fromGuest, type HostValue, toGuest } from "./values";

/** An error that an operation throws into the sandbox. */
export class GuestError extends Error {
  constructor(message: string, name = "Error") {
    // Programs try for what is not there by the thousand; where the host stood then, nobody reads.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = limit;
    this.name = name;
  }
}

/** Why code in a sandbox ended. */
export interface Death {
  readonly reason: "error" | "endless loop" | "out of memory" | "killed";
  readonly error: string;
}

export interface SandboxOptions {
  /** What of the language there is. */
  readonly intrinsics: Intrinsics;
  /** Bytes the program may use above what {@link Sandbox.boot} took. */
  readonly heapLimit: number;
  /** Keep the heap small and know its size well, as on a watch: no source, frequent collection. */
  readonly frugal: boolean;
  /** {@link Sandbox.stack} and errors know lines, whose memory does not count. */
  readonly lineNumbers: boolean;
  /** Runs an operation for the program. @throws GuestError to throw into the program */
  host(operation: string, args: HostValue[]): HostValue | GuestCode | void;
}

/** Deep enough for real programs, shallow enough for the stack of Node and of browsers. */
const STACK_BYTES = 48 * 1024;
/** The engine asks every 10,000 steps whether to go on; it goes on this often in one wake-up. */
const PATIENCE = 4000;
/** Some steps are slow, such as those that throw. So the real clock decides, too. */
const PATIENCE_MS = 3000;
/** Time for a wake-up with many host calls. They are slow, and slower on a busy machine. */
const PATIENCE_FOR_CALLS_MS = 10_000;
/** Promise reactions in one wake-up beyond which they are taken to go on for ever. */
const MAX_JOBS = 200_000;
/** The name of the guest's part in stack traces. */
const GUEST_FILE = "guest";
/** About 4 KB of small objects. */
const GC_SLACK = 100;
/** About 4 MB of small objects. */
const LARGE_SLACK = 100_000;
/**
 * Bytes by which the shared memory may grow for a program above its limit: what is free in it may
 * be in pieces too small. The engine grows it by a twentieth at the least.
 */
const GROWTH_SLACK = 4 * 1024 * 1024;
const GROWTH_SHARE = 0.08;
/** Wake-ups between two measurements of a heap that has not grown. */
const MEASURE_EVERY = 16;

/** One program in its own JavaScript runtime, which reaches nothing but its host calls. */
export class Sandbox {
  private readonly runtime: QuickJSRuntime;
  private readonly context: QuickJSContext;
  private readonly memory: RuntimeMemory;
  private readonly growth: Growth;
  private grownBytes = 0;
  private refused = false;
  private entry: QuickJSHandle | undefined;
  private patience = PATIENCE;
  private enteredAt = performance.now();
  private readonly lines = new LineNumberShare();
  private scale: LineNumberScale | undefined;
  private tracer: QuickJSHandle | undefined;
  private baseline = 0;
  private baseLines = 0;
  private usedNow = 0;
  private usedPeak = 0;
  private mostAllocations = 0;
  private unmeasured = 0;
  private ballast = 0;
  private death: Death | undefined;
  private crashed = false;

  constructor(
    private readonly engine: QuickJSWASMModule,
    private readonly options: SandboxOptions,
  ) {
    this.growth = Growth.of(engine);
    this.runtime = engine.newRuntime();
    this.memory = new RuntimeMemory(engine, this.runtime);
    this.context = this.runtime.newContext({ intrinsics: options.intrinsics });
    this.runtime.context = this.context;
    this.runtime.setMaxStackSize(STACK_BYTES);
    this.runtime.setInterruptHandler(() => this.interrupt());
  }

  /**
   * Evaluates the guest's part, a function expression that takes `host(operation, …)` and returns
   * the function which {@link enter} calls. What it uses is not counted as the program's.
   * @throws Error when the source cannot be evaluated
   */
  boot(source: string): void {
    const { context } = this;
    const setUp = context.unwrapResult(context.evalCode(source, GUEST_FILE));
    const host = context.newFunction("host", (operation, ...args) =>
      this.callHost(operation, args),
    );
    this.entry = context.unwrapResult(
      context.callFunction(setUp, context.undefined, host),
    );
    host.dispose();
    setUp.dispose();
    if (this.options.lineNumbers) {
      this.tracer = context.unwrapResult(context.evalCode(TRACER, GUEST_FILE));
    }
    if (this.options.frugal) this.memory.forgetSource("without");
    if (this.options.frugal && this.options.lineNumbers) {
      this.scale = new LineNumberScale(this.engine, source);
    }
    this.collect();
    this.baseline = this.usedNow;
    this.baseLines = this.memory.measure().lineNumbers;
    this.limitMemory();
    this.mostAllocations = this.memory.allocations ?? 0;
    this.usedNow = 0;
    this.usedPeak = 0;
  }

  /**
   * Where the program is while it calls its host, as a stack trace; undefined without line numbers,
   * and where the program has no room for the text.
   */
  stack(): string | undefined {
    if (this.tracer === undefined) return undefined;
    const { context, tracer } = this;
    const traced = context.callFunction(tracer, context.undefined);
    if (traced.error === undefined) {
      return traced.value.consume((text) => context.getString(text));
    }
    traced.error.dispose();
    return undefined;
  }

  private limitMemory(): void {
    const { baseline, lines, options } = this;
    this.runtime.setMemoryLimit(baseline + lines.most + options.heapLimit);
  }

  /** Bytes taken, {@link leave} included, and the most the program was seen to use. */
  get heap(): { used: number; peak: number; limit: number } {
    return {
      used: this.usedNow + this.ballast,
      peak: this.usedPeak,
      limit: this.options.heapLimit,
    };
  }

  get alive(): boolean {
    return this.death === undefined;
  }

  /**
   * Takes up all of the heap but `bytes`; undefined gives it back. The program dies at the first
   * host call, or at the end of a wake-up, at which it uses more.
   */
  leave(bytes: number | undefined): void {
    const room = this.options.heapLimit - this.measure();
    this.ballast = bytes === undefined ? 0 : Math.max(0, room - bytes);
  }

  /** Bytes in use right now, cycles collected. */
  measure(): number {
    if (this.alive) this.collect();
    return this.usedNow;
  }

  /** Ends the program: nothing it still does has an effect. Also for use inside a host call. */
  kill(death: Death): void {
    this.death ??= death;
  }

  /**
   * Counts growth of the shared memory while the program runs, which ends soon when it was refused.
   * @throws RangeError when it is refused
   */
  pay(bytes: number, size: number): void {
    const slack = Math.max(GROWTH_SLACK, size * GROWTH_SHARE);
    this.refused = this.grownBytes + bytes > this.options.heapLimit + slack;
    if (this.refused) throw new RangeError("a program's memory is limited");
    this.grownBytes += bytes;
  }

  /** Frees everything; never from inside a host call. */
  dispose(): void {
    this.kill({ reason: "killed", error: "disposed" });
    // Memory of a crashed engine goes with it.
    if (this.crashed) return;
    try {
      this.scale?.dispose();
      this.tracer?.dispose();
      this.entry?.dispose();
      this.context.dispose();
      this.runtime.dispose();
    } catch {
      abandonEngine();
    }
  }

  /**
   * Wakes the program up: calls its entry function, then runs what promises left.
   * @returns what the entry function gave back, or how the program died
   */
  enter(...args: HostValue[]): { value: HostValue } | { death: Death } {
    if (this.death !== undefined) return { death: this.death };
    this.patience = PATIENCE;
    this.enteredAt = performance.now();
    if (this.options.frugal) this.memory.collectAfter(GC_SLACK);
    let value: HostValue;
    try {
      value = this.growth.during(this, () => {
        const result = this.call(args);
        this.runJobs();
        return result;
      });
    } catch (error) {
      // A crash of the engine itself, for instance of its stack: it cannot be trusted any more.
      this.crashed = true;
      abandonEngine();
      this.kill({ reason: "error", error: String(error) });
    }
    if (this.refused) this.outOfMemory();
    if (this.death === undefined) this.sample();
    return this.death === undefined ? { value } : { death: this.death };
  }

  private call(args: readonly HostValue[]): HostValue {
    const { context, entry } = this;
    if (entry === undefined) throw new Error("the sandbox was not booted");
    const handles = args.map((arg) => toGuest(context, arg));
    const result = context.callFunction(entry, context.undefined, ...handles);
    for (const handle of handles) handle.dispose();
    if (result.error !== undefined) {
      this.fail(result.error);
      return undefined;
    }
    const value = fromGuest(context, result.value);
    result.value.dispose();
    return value;
  }

  private runJobs(): void {
    let left = MAX_JOBS;
    while (this.alive && this.runtime.hasPendingJob()) {
      const result = this.runtime.executePendingJobs(Math.min(left, 1000));
      if (result.error !== undefined) {
        this.fail(result.error);
        return;
      }
      left -= result.value;
      if (left <= 0) {
        this.kill({
          reason: "endless loop",
          error: "promises went on resolving each other",
        });
      }
    }
  }

  private callHost(
    operation: QuickJSHandle,
    args: readonly QuickJSHandle[],
  ): QuickJSHandle {
    const { context } = this;
    if (this.ballast > 0) this.checkRoom();
    if (this.refused) this.outOfMemory();
    if (!this.alive) throw new GuestError("the program has ended");
    // The engine's steps do not include the time that host calls take.
    if (this.took > PATIENCE_FOR_CALLS_MS) this.tooLong();
    const result = this.options.host(
      context.getString(operation),
      args.map((arg) => fromGuest(context, arg)),
    );
    if (!this.alive) throw new GuestError("the program has ended");
    if (!(result instanceof GuestCode)) return toGuest(context, result);
    const compiled = this.compile(result);
    if (compiled.error === undefined) return compiled.value;
    const { name, message } = describe(context, compiled.error);
    compiled.error.dispose();
    throw new GuestError(`${result.filename}: ${message}`, name);
  }

  /** Compiles a file of the program; its line numbers, if it has any, do not count. */
  private compile(code: GuestCode): ReturnType<QuickJSContext["evalCode"]> {
    const cost = this.scale?.weigh(code);
    if (cost !== undefined) {
      this.lines.add(cost);
      this.limitMemory();
      this.memory.forgetSource("with");
    }
    const compiled = this.context.evalCode(code.source, code.filename);
    if (cost !== undefined) this.memory.forgetSource("without");
    return compiled;
  }

  private interrupt(): boolean {
    if (!this.alive) return true;
    this.patience -= 1;
    if (this.refused) this.outOfMemory();
    else if (this.patience <= 0 || this.took > PATIENCE_MS) this.tooLong();
    else if (this.hasGrown(this.options.frugal ? GC_SLACK : LARGE_SLACK)) {
      const wasFull = this.full;
      this.note(this.memory.measure());
      // What is over the limit may be cycles: they get one chance to be collected.
      if (this.full && wasFull) this.outOfMemory();
      else if (this.full) this.memory.collectSoon();
    }
    return !this.alive;
  }

  /** What is over the limit may be garbage, which stays until there is no room. */
  private checkRoom(): void {
    if (!this.hasGrown(0)) return;
    this.note(this.memory.measure());
    if (this.full) this.collect();
    if (this.full) this.outOfMemory();
  }

  private sample(): void {
    this.unmeasured += 1;
    const grown = this.options.frugal && this.hasGrown(0);
    if (!grown && this.unmeasured < MEASURE_EVERY) return;
    this.unmeasured = 0;
    this.note(this.memory.measure());
    if (!this.full) return;
    this.collect();
    if (this.full) this.outOfMemory();
  }

  private hasGrown(slack: number): boolean {
    const { allocations } = this.memory;
    if (allocations === undefined) return true;
    if (allocations <= this.mostAllocations + slack) return false;
    this.mostAllocations = allocations;
    return true;
  }

  private note(measured: ReturnType<RuntimeMemory["measure"]>): void {
    this.usedNow = this.usedBy(measured);
    this.usedPeak = Math.max(this.usedPeak, this.usedNow);
  }

  private usedBy({ bytes, lineNumbers }: ReturnType<RuntimeMemory["measure"]>) {
    const { baseline, lines, baseLines } = this;
    return bytes - baseline - lines.of(lineNumbers - baseLines);
  }

  private get full(): boolean {
    return this.usedNow + this.ballast > this.options.heapLimit;
  }

  /** Milliseconds since the program was woken up. */
  private get took(): number {
    return performance.now() - this.enteredAt;
  }

  private tooLong(): void {
    this.kill({
      reason: "endless loop",
      error: "the program did not come to an end",
    });
  }

  private outOfMemory(): void {
    this.kill({
      reason: "out of memory",
      error: `the heap holds more than ${this.options.heapLimit} bytes`,
    });
  }

  private collect(): void {
    this.memory.collectSoon();
    this.context.newObject().dispose();
    this.memory.reset();
    this.usedNow = this.usedBy(this.memory.measure());
  }

  private fail(error: QuickJSHandle): void {
    const { name, message, stack } = describe(this.context, error);
    error.dispose();
    const full =
      name === "InternalError" &&
      (message === "out of memory" || message === "string too long");
    const place = stack === "" ? "" : ` (${stack})`;
    this.kill({
      reason: full ? "out of memory" : "error",
      error: `${name}: ${message || "thrown without a message"}${place}`,
    });
  }
}

/** Gives a function that tells where the program is; made before the program can change `Error`. */
const TRACER = `(function (E) { "use strict"; return function () { return String(new E().stack); }; })(Error)`;

/** The first line of a stack trace that is not in the guest's part and has a line number. */
const OWN_PLACE = new RegExp(`at .*\\((?!${GUEST_FILE}:).*\\d\\)`);

/** What was thrown, in words. */
function describe(
  context: QuickJSContext,
  error: QuickJSHandle,
): { name: string; message: string; stack: string } {
  if (context.sameValue(error, context.null)) {
    // The engine itself throws it where there is no memory left for an error.
    return { name: "Thrown", message: "null, as out of memory", stack: "" };
  }
  if (context.typeof(error) !== "object") {
    return {
      name: "Thrown",
      message: context.getString(error),
      stack: "",
    };
  }
  const read = (key: string) => {
    const handle = context.getProp(error, key);
    const text =
      context.typeof(handle) === "string" ? context.getString(handle) : "";
    handle.dispose();
    return text;
  };
  // Of the package's own functions, those with a line number; the others have a name only.
  const place = OWN_PLACE.exec(read("stack"))?.[0] ?? "";
  return {
    name: read("name") || "Error",
    message: read("message"),
    stack: place,
  };
}
