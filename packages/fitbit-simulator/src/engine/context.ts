import type { EventBody, ProgramName } from "./events";
import type { Places } from "./package/source-maps";
import type { Random } from "./time/random";
import type { Schedule } from "./time/schedule";
import type { GuestCode } from "./vm/guest-code";
import type { HostValue } from "./vm/values";

/** How watch and phone show a time of day. */
export type ClockDisplay = "12h" | "24h";

/** What every part of a world shares. */
export interface WorldContext {
  readonly schedule: Schedule;
  /** What the link and deaths draw from; each program has a stream of its own. */
  readonly random: Random;
  readonly locale: string;
  readonly clockDisplay: ClockDisplay;
  /** Minutes east of Greenwich. */
  readonly zoneMinutes: number;
  readonly jitterMs: number;
  /** Finds places in the source; undefined when nothing is to be told of them. */
  readonly places: Places | undefined;
  /** The wall clock, in epoch milliseconds; jumps when someone sets it. */
  wallMs(): number;
  emit(event: EventBody): void;
  /** To be called with the real time in ms that a program has just worked. */
  worked(program: ProgramName, ms: number): void;
}

/** What a program can ask of its host. Arguments are whatever the program passed. */
export type Operation = (
  a: HostValue,
  b: HostValue,
  c: HostValue,
  d: HostValue,
  e: HostValue,
) => HostValue | GuestCode | void;

/** An operation that leaves a trace outside the program. */
export interface LastingOperation {
  readonly lasting: true;
  readonly run: Operation;
}

/** Operations by name, such as `fs.read`. */
export type Operations = Readonly<Record<string, Operation | LastingOperation>>;

/**
 * Marks an operation whose trace outlives the program: a file, a message, an entry of a storage.
 * Before and after each of these a program can be killed, so that experiments see every state
 * that a sudden death can leave behind.
 */
export function lasting(run: Operation): LastingOperation {
  return { lasting: true, run };
}

/** Text, whatever was passed. */
export function asText(value: HostValue): string {
  return typeof value === "string" ? value : String(value);
}

/** A number; NaN when something else was passed. */
export function asNumber(value: HostValue): number {
  return typeof value === "number" ? value : NaN;
}

/** Bytes; none when something else was passed. */
export function asBytes(value: HostValue): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
