import {
  PackedRoutine,
  isList,
  packRoutine,
  unpackRoutine,
} from "../common/wire/routine";
import { sealOf } from "../common/wire/seal";
import { ROUTINE_VERSION, Routine } from "../common/routine";
import { rebuildRoutine } from "../common/wire/rebuild-routine";
import { WatchState } from "../common/wire/link";
import { coachKey } from "./coach/classes";
import { fieldsOf, fromJson, wholeOr } from "./json";
import { KeyValueStore, storedJson } from "./key-value-store";

/** The newest routine of the phone, and whether it was sent. */
export interface RoutineState {
  /** 0 before there was any routine. */
  revision: number;
  /**
   * The packed routine as JSON; empty before there was any. Its revision is 0,
   * so that routines of equal content are equal texts. All of its items are in.
   */
  content: string;
  /** The exercises that are sent as left out, as they are shut: each as `coachKey`. */
  out: string[];
  /** The file was handed to the system, which delivers it. */
  sent: boolean;
  /** When: seconds since 1970 by the phone's clock, 0 for never. */
  sentAt: number;
  /**
   * Marks of the contents that are no news to this phone when the watch has
   * them, the newest first, 20 at most: those that it made, and those that the
   * runner let it replace.
   */
  known: number[];
}

/** A routine on the watch that this phone has not made. */
export interface ForeignRoutine {
  revision: number;
  /** As the `content` and `out` of a `RoutineState`. */
  content: string;
  out: string[];
}

/** What is known of the watch. */
export interface LinkState {
  /** Its newest report; undefined when it never made one. */
  watch: WatchState | undefined;
  /**
   * When it first reported the revision that it has now: seconds since 1970 by
   * the watch's clock, 0 for never.
   */
  since: number;
  /**
   * When anything last came from it: seconds since 1970 by the phone's clock, 0
   * for never.
   */
  seen: number;
}

/** A file that could not be used. */
export interface RefusedFile {
  name: string;
  /** Why it was refused, in one line. */
  why: string;
  /** Its first bytes, in hexadecimal. */
  bytes: string;
}

/** The files that could not be used. */
export interface RefusedFiles {
  /** How many there ever were. */
  count: number;
  /** The newest of them, newest first; 5 at most. */
  newest: RefusedFile[];
}

const ROUTINE = "routine";
const FOREIGN = "foreign";
const LINK = "link";
const REFUSED = "refused";

/** How many contents are known. */
const MAX_KNOWN = 20;
/** How many refused files are stored. */
const MAX_REFUSED = 5;

/** A routine without its revision and with all items in, as the `content` of a `RoutineState`. */
export function contentOf(routine: Routine): string {
  const items = routine.items.map((item) => ({ ...item, included: true }));
  return JSON.stringify(packRoutine({ ...routine, items, revision: 0 }));
}

/** The exercises of a routine that are left out, as the `out` of a `RoutineState`. */
export function outOf({ items }: Routine): string[] {
  return keysOnce(items.filter(({ included }) => !included).map(coachKey));
}

/**
 * The exercises of a routine that are to be sent as left out, of those that are shut.
 * None where that would leave nothing: a watch takes no such routine.
 */
export function outWhere(
  { items }: Routine,
  shut: ReadonlyArray<string>,
): string[] {
  const out = items.map(coachKey).filter((key) => shut.indexOf(key) >= 0);
  return out.length < items.length ? keysOnce(out) : [];
}

function keysOnce(keys: ReadonlyArray<string>): string[] {
  return keys.filter((key, i) => keys.indexOf(key) === i).sort();
}

/** Whether two lists of `outOf` or `outWhere` are the same. */
export function isSameOut(
  one: ReadonlyArray<string>,
  other: ReadonlyArray<string>,
): boolean {
  return one.join("\n") === other.join("\n");
}

/**
 * The packed routine of a state that has content, with its revision.
 * @throws When the content is not JSON, as it is where there is none.
 */
export function packedRoutine(state: RoutineState): PackedRoutine {
  const packed = JSON.parse(state.content) as PackedRoutine;
  packed[1] = state.revision;
  if (!state.out.length) return packed;
  const routine = rebuildRoutine(packed);
  const items = routine.items.map((item) => ({
    ...item,
    included: state.out.indexOf(coachKey(item)) < 0,
  }));
  return packRoutine({ ...routine, items });
}

/** The texts of a stored list. */
function textsOf(stored: unknown): string[] {
  return (Array.isArray(stored) ? stored : []).filter(
    (one): one is string => typeof one === "string",
  );
}

/**
 * Stored content as this version packs it, so that an update alone is no new
 * content; empty for what is none.
 */
function currentContent(stored: unknown): string {
  const packed = fromJson(stored);
  if (typeof stored !== "string" || !isList(packed)) return "";
  if (packed[0] === ROUTINE_VERSION) return stored;
  const routine = unpackRoutine(packed);
  return routine.ok ? contentOf(routine.value) : stored;
}

/** The stored state, or that of a phone that has sent nothing yet. */
export function readRoutineState(local: KeyValueStore): RoutineState {
  const fields = fieldsOf(storedJson(local, ROUTINE));
  const content = currentContent(fields.content);
  return {
    revision: wholeOr(fields.revision, 0),
    content,
    out: textsOf(fields.out),
    sent: content !== "" && fields.sent === true,
    sentAt: wholeOr(fields.sentAt, 0),
    known: knownOf(fields.known, content),
  };
}

/** The marks as they are stored; before there were any, that of the content alone. */
function knownOf(stored: unknown, content: string): number[] {
  if (!Array.isArray(stored)) return content ? [sealOf(content)] : [];
  return stored.filter((one): one is number => typeof one === "number");
}

/** The state with a content that is known from now on. */
export function knowing(state: RoutineState, content: string): RoutineState {
  const mark = sealOf(content);
  const others = state.known.filter((one) => one !== mark);
  return { ...state, known: [mark].concat(others).slice(0, MAX_KNOWN) };
}

/** Whether a content is no news to this phone. */
export function isKnown(state: RoutineState, content: string): boolean {
  return state.known.indexOf(sealOf(content)) >= 0;
}

/** The routine on the watch about which the runner is asked; undefined for none. */
export function readForeign(local: KeyValueStore): ForeignRoutine | undefined {
  const fields = fieldsOf(storedJson(local, FOREIGN));
  const content = currentContent(fields.content);
  return content
    ? {
        revision: wholeOr(fields.revision, 0),
        content,
        out: textsOf(fields.out),
      }
    : undefined;
}

/** @throws When there is no room. */
export function writeForeign(
  local: KeyValueStore,
  foreign: ForeignRoutine | undefined,
): void {
  if (foreign) local.setItem(FOREIGN, JSON.stringify(foreign));
  else if (local.getItem(FOREIGN) !== null) local.removeItem(FOREIGN);
}

/** @throws When there is no room. */
export function writeRoutineState(
  local: KeyValueStore,
  state: RoutineState,
): void {
  local.setItem(ROUTINE, JSON.stringify(state));
}

/** The routine of a content, of revision 0; undefined where there is none. */
export function routineOf(content: string): Routine | undefined {
  const routine = unpackRoutine(fromJson(content));
  return routine.ok ? routine.value : undefined;
}

/** The stored state, or that of a phone that has met no watch yet. */
export function readLinkState(local: KeyValueStore): LinkState {
  const fields = fieldsOf(storedJson(local, LINK));
  const watch = fieldsOf(fields.watch);
  const revision = wholeOr(watch.revision, -1);
  return {
    watch:
      revision < 0
        ? undefined
        : {
            revision,
            waiting: wholeOr(watch.waiting, 0),
            at: wholeOr(watch.at, 0),
          },
    since: wholeOr(fields.since, 0),
    seen: wholeOr(fields.seen, 0),
  };
}

/** @throws When there is no room. */
export function writeLinkState(local: KeyValueStore, state: LinkState): void {
  local.setItem(LINK, JSON.stringify(state));
}

/** The stored list, or an empty one. */
export function readRefused(local: KeyValueStore): RefusedFiles {
  const fields = fieldsOf(storedJson(local, REFUSED));
  const newest = Array.isArray(fields.aside) ? fields.aside : [];
  return {
    count: wholeOr(fields.count, 0),
    newest: newest.map((file: unknown) => {
      const { name, why, bytes } = fieldsOf(file);
      return { name: String(name), why: String(why), bytes: String(bytes) };
    }),
  };
}

/**
 * Counts a refused file and stores it, in place of the oldest one.
 * @throws When there is no room.
 */
export function addRefused(local: KeyValueStore, file: RefusedFile): void {
  const { count, newest } = readRefused(local);
  const aside = [file].concat(newest).slice(0, MAX_REFUSED);
  local.setItem(REFUSED, JSON.stringify({ count: count + 1, aside }));
}
