import type { Intrinsics, QuickJSWASMModule } from "quickjs-emscripten";
import type { Ops, WorldContext } from "./context";
import type { ExitReason, ProgramName } from "./events";
import type { Random } from "./time/random";
import type { Task } from "./time/schedule";
import { type Death, GuestError, Sandbox } from "./vm/sandbox";
import type { HostValue } from "./vm/values";

export interface ProgramSetup {
  readonly side: ProgramName;
  readonly world: WorldContext;
  readonly engine: QuickJSWASMModule;
  readonly intrinsics: Intrinsics;
  readonly heapLimit: number;
  /** The host's part of the program; see `Sandbox.boot`. */
  readonly guest: string;
  /** Makes the program late; none when left out. */
  readonly jitter?: Random;
  /** Steps of work the program may be killed at. */
  readonly steps: StepDeath;
  /** Wake-ups the program may be killed at. */
  readonly wakeUps: StepDeath;
  /** Calls that fail; none when left out. */
  readonly broken?: BrokenCalls;
  /** The program came to rest after being woken up. */
  rested(): void;
  /** The program has ended. */
  ended(reason: ExitReason, error: string | undefined): void;
}

/** Calls that leave a trace outside the program: between any two of them it may be killed. */
const STEPS =
  /^(fs\.(write|writeText|writeCbor|writeAt|rename|unlink|open)|outbox\.(enqueue|enqueueFile|cancel)|inbox\.(next|pop)|peer\.send|storage\.(set|remove|clear)|exercise\.do)$/;

/** Wake-ups at one moment beyond which a program is taken to wake itself for ever. */
const MOST_AT_ONCE = 5000;
/** What is logged beyond this is left out: those who keep a log should not drown. */
const MOST_LETTERS = 4000;
const MOST_LINES = 1000;
/** Missing things that are reported; no real program wants for so many. */
const MOST_MISSED = 100;

/** A death asked for at a step of a program's work; outlives single launches. */
export class StepDeath {
  private left = 0;
  private when: "before" | "after" = "before";

  /** Dies before or after the `count`-th next step (1 is the next one); 0 calls it off. */
  at(count: number, when: "before" | "after"): void {
    this.left = count;
    this.when = when;
  }

  /** Whether the death that was asked for has not come yet. */
  get pending(): boolean {
    return this.left > 0;
  }

  /** Counts a step; says when in it the program dies, if it does. */
  step(): "before" | "after" | undefined {
    if (this.left === 0) return undefined;
    this.left -= 1;
    return this.left === 0 ? this.when : undefined;
  }
}

/** Host calls that throw into the program as if the system were broken; outlives single launches. */
export class BrokenCalls {
  private readonly left = new Map<string, number>();

  /** Has the next `times` calls of an op, such as `vibrate`, throw; 0 mends it. */
  set(op: string, times: number): void {
    this.left.set(op, times);
  }

  /** Counts a call; true when it is to throw. */
  hits(op: string): boolean {
    const left = this.left.get(op) ?? 0;
    if (left > 0) this.left.set(op, left - 1);
    return left > 0;
  }
}

/** A program from its launch to its end: its sandbox, its timers, its wake-ups. */
export class Program {
  readonly sandbox: Sandbox;
  private ops: Ops = {};
  private readonly tasks = new Set<Task>();
  private readonly missed = new Set<string>();
  private inside = false;
  private exitWanted = false;
  private closing = false;
  private momentMs = -1;
  private atOnce = 0;
  private lines = 0;
  private over = false;

  constructor(private readonly setup: ProgramSetup) {
    this.sandbox = new Sandbox(setup.engine, {
      intrinsics: setup.intrinsics,
      heapLimit: setup.heapLimit,
      frugal: setup.side === "watch",
      host: (op, args) => this.answer(op, args),
    });
    this.sandbox.boot(setup.guest);
  }

  /** What the program may call; to be set before its first wake-up. */
  offer(ops: Ops): void {
    this.ops = ops;
  }

  get running(): boolean {
    return !this.over;
  }

  get world(): WorldContext {
    return this.setup.world;
  }

  /** Lets the program run until it waits again; gives what its handler gave back. */
  wake(kind: string, ...args: HostValue[]): HostValue {
    if (this.over) return undefined;
    const death = this.setup.wakeUps.step();
    if (death === "before") {
      this.kill();
      return undefined;
    }
    this.inside = true;
    this.lines = 0;
    const result = this.sandbox.enter(kind, this.world.wallMs(), ...args);
    this.inside = false;
    if ("death" in result) {
      this.die(result.death);
      return undefined;
    }
    this.setup.rested();
    if (death === "after") this.kill();
    if (this.exitWanted && !this.closing) this.close("exit");
    return result.value;
  }

  /** Runs something later, unless the program has ended by then. */
  after(ms: number, run: () => void): Task {
    const { schedule } = this.world;
    const task = schedule.at(schedule.nowMs + ms, () => {
      this.tasks.delete(task);
      if (this.restless()) {
        this.die({
          reason: "endless loop",
          error: "the program woke itself again and again in no time",
        });
      } else run();
    });
    this.tasks.add(task);
    return {
      atMs: task.atMs,
      cancel: () => {
        task.cancel();
        this.tasks.delete(task);
      },
    };
  }

  /** Runs something now, or as soon as the program has come to rest. */
  soon(run: () => void): void {
    if (this.inside) this.after(0, run);
    else if (!this.over) run();
  }

  /** How much later than asked the next timer fires. */
  lateness(): number {
    const { jitter, world } = this.setup;
    return world.jitterMs > 0 ? (jitter?.upTo(world.jitterMs) ?? 0) : 0;
  }

  log(level: "log" | "info" | "warn" | "error", message: string): void {
    this.lines += 1;
    if (this.lines > MOST_LINES) return;
    const from = this.setup.side;
    this.world.emit({ type: "log", level, message: short(message), from });
    if (this.lines < MOST_LINES) return;
    const left = "more than is shown was logged at once";
    this.world.emit({ type: "log", level: "warn", message: left, from });
  }

  /** Reports something the program wanted and this host lacks; each thing once. */
  miss(what: "module" | "function" | "view", name: string): void {
    const key = `${what} ${short(name)}`;
    if (this.missed.has(key) || this.missed.size >= MOST_MISSED) return;
    this.missed.add(key);
    const from = this.setup.side;
    this.world.emit({ type: "missing", what, name: short(name), from });
  }

  /** The program asked to end: it does when it comes to rest. */
  requestExit(): void {
    this.exitWanted = true;
  }

  /** Ends the program the polite way, its `unload` first. */
  close(reason: ExitReason): void {
    if (this.over || this.closing) return;
    this.closing = true;
    this.wake("unload");
    this.finish(reason);
  }

  /** Ends the program at once; also from inside one of its own calls. */
  kill(): void {
    const death = { reason: "killed", error: "killed" } as const;
    if (this.inside) this.sandbox.kill(death);
    else this.die(death);
  }

  /** Frees what the program holds, without a word. */
  discard(): void {
    this.over = true;
    for (const task of this.tasks) task.cancel();
    this.tasks.clear();
    this.sandbox.dispose();
  }

  private answer(op: string, args: HostValue[]): ReturnType<Ops[string]> {
    const call = this.ops[op];
    if (call === undefined) throw new GuestError(`no host call ${op}`);
    if (this.setup.broken?.hits(op) === true)
      throw new GuestError(`${op} is broken`);
    const [a, b, c, d, e] = args;
    if (!STEPS.test(op)) return call(a, b, c, d, e);
    const death = this.setup.steps.step();
    if (death !== "before") {
      const result = call(a, b, c, d, e);
      if (death === undefined) return result;
    }
    this.kill();
    return undefined;
  }

  /** Counts what was due at this very moment; true when that takes no end. */
  private restless(): boolean {
    const { nowMs } = this.world.schedule;
    if (this.momentMs !== nowMs) this.atOnce = 0;
    this.momentMs = nowMs;
    this.atOnce += 1;
    return this.atOnce > MOST_AT_ONCE;
  }

  private die(death: Death): void {
    if (death.reason === "killed") this.finish("kill");
    else this.finish(death.reason, death.error);
  }

  private finish(reason: ExitReason, error?: string): void {
    if (this.over) return;
    this.discard();
    this.setup.ended(reason, error);
  }
}

function short(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
