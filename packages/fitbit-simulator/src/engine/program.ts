import type { Intrinsics, QuickJSWASMModule } from "quickjs-emscripten";
import type { Operation, Operations, WorldContext } from "./context";
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
  /** What the program finds around it; see `Sandbox.boot`. */
  readonly guest: string;
  /** Makes the program late; none when left out. */
  readonly jitter?: Random;
  /** Kills the program at one of its lasting operations. */
  readonly steps: StepDeath;
  /** Kills the program at one of its wake-ups. */
  readonly wakeUps: StepDeath;
  /** Operations that fail; none when left out. */
  readonly broken?: BrokenCalls;
  /** The program came to rest after being woken up. */
  rested(): void;
  /** The program has ended. */
  ended(reason: ExitReason, error: string | undefined): void;
}

/** Wake-ups at one moment beyond which a program is taken to wake itself for ever. */
const MOST_AT_ONCE = 5000;
/** Longest message that is logged, or that an error has; what is longer is cut off. */
const MOST_CHARACTERS = 4000;
/** Lines that are logged in one wake-up; further ones are left out. */
const MOST_LINES = 1000;
/** Missing things that are reported; no real program misses so many. */
const MOST_MISSED = 100;

/**
 * A death that an experimenter has asked for at a coming step of a program: a lasting operation, or
 * a wake-up. Steps are counted over several launches.
 */
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

/**
 * Operations that throw into the program as if the system were broken. They are counted over
 * several launches. `load` and the beginning of a path is the loading of such modules.
 */
export class BrokenCalls {
  private readonly left = new Map<string, number>();

  /** Has the next `times` calls of an operation, such as `vibrate`, throw; 0 ends that. */
  set(name: string, times: number): void {
    this.left.set(name, times);
  }

  /** Counts a call of an operation, with its first argument; true when it is to throw. */
  hits(name: string, argument: HostValue): boolean {
    const call = name === "load" ? `load ${String(argument)}` : name;
    for (const [broken, left] of this.left) {
      const meant = name === "load" ? call.startsWith(broken) : call === broken;
      if (!meant || left === 0) continue;
      this.left.set(broken, left - 1);
      return true;
    }
    return false;
  }
}

/** A program from its launch to its end: its sandbox, its timers, its wake-ups. */
export class Program {
  readonly sandbox: Sandbox;
  private operations: Operations = {};
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
      lineNumbers: setup.world.places !== undefined,
      host: (name, args) => this.operate(name, args),
    });
    this.sandbox.boot(setup.guest);
  }

  /** Sets what the program can ask of its host; to be called before its first wake-up. */
  offer(operations: Operations): void {
    this.operations = operations;
  }

  get running(): boolean {
    return !this.over;
  }

  get world(): WorldContext {
    return this.setup.world;
  }

  /**
   * Lets the program run until it waits again.
   * @param kind a key of the guest's `entries`
   * @returns what the guest's entry gave back; undefined once the program has ended
   */
  wake(kind: string, ...args: HostValue[]): HostValue {
    if (this.over) return undefined;
    const death = this.setup.wakeUps.step();
    if (death === "before") {
      this.kill();
      return undefined;
    }
    this.inside = true;
    this.lines = 0;
    const began = performance.now();
    const result = this.sandbox.enter(kind, this.world.wallMs(), ...args);
    this.inside = false;
    this.world.worked(this.setup.side, performance.now() - began);
    if ("death" in result) {
      this.die(result.death);
      return undefined;
    }
    this.setup.rested();
    if (death === "after") this.kill();
    if (this.exitWanted && !this.closing) this.close("exit");
    return result.value;
  }

  /** Runs something later, unless the program has ended by then. @param ms of virtual time */
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

  /** How much later than asked the next timer fires, in milliseconds. */
  lateness(): number {
    const { jitter, world } = this.setup;
    return world.jitterMs > 0 ? (jitter?.upTo(world.jitterMs) ?? 0) : 0;
  }

  /** @param stack where the program said it, as a stack trace */
  log(
    level: "log" | "info" | "warn" | "error",
    message: string,
    stack?: string,
  ): void {
    this.lines += 1;
    if (this.lines > MOST_LINES) return;
    const from = this.setup.side;
    const at =
      stack === undefined
        ? undefined
        : this.world.places?.innermost(from, stack);
    this.world.emit({
      ...{ type: "log", level, message: short(message), from },
      ...(at === undefined ? {} : { at }),
    });
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

  /** Ends the program after it has handled `unload`. */
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

  /** Ends the program for what it gave; never from inside one of its calls. */
  fail(error: string): void {
    this.die({ reason: "error", error });
  }

  /** Frees what the program holds, and tells nobody. */
  discard(): void {
    this.over = true;
    for (const task of this.tasks) task.cancel();
    this.tasks.clear();
    this.sandbox.dispose();
  }

  /**
   * Runs an operation for the program; kills the program before or after it when that was asked for.
   * @throws GuestError when there is no such operation, when it is broken, or when it fails
   */
  private operate(name: string, args: HostValue[]): ReturnType<Operation> {
    const operation = this.operations[name];
    if (operation === undefined) throw new GuestError(`no host call ${name}`);
    if (this.setup.broken?.hits(name, args[0]) === true)
      throw new GuestError(`${name} is broken`);
    const [a, b, c, d, e] = args;
    if (typeof operation === "function") return operation(a, b, c, d, e);
    const death = this.setup.steps.step();
    if (death !== "before") {
      const result = operation.run(a, b, c, d, e);
      if (death === undefined) return result;
    }
    this.kill();
    return undefined;
  }

  /** Counts what was due at this very moment; true when there is too much of it. */
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
    const told =
      error === undefined
        ? undefined
        : (this.world.places?.mapped(this.setup.side, error) ?? error);
    this.setup.ended(reason, told === undefined ? told : short(told));
  }
}

function short(text: string): string {
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS)}…`
    : text;
}
