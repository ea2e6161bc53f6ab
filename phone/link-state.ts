import { PackedRoutine, isList, packRoutine } from "../common/wire/routine";
import { Routine } from "../common/routine";
import { WatchState } from "../common/wire/link";
import { fieldsOf, fromJson, wholeOr } from "./json";
import { KeyValueStore, storedJson } from "./key-value-store";

/** The newest routine of the phone, and whether it was sent. */
export interface RoutineState {
  /** 0 before there was any routine. */
  revision: number;
  /**
   * The packed routine as JSON; empty before there was any. Its revision is 0,
   * so that routines of equal content are equal texts.
   */
  content: string;
  /** The file was handed to the system, which delivers it. */
  sent: boolean;
  /** When: seconds since 1970 by the phone's clock, 0 for never. */
  sentAt: number;
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
const LINK = "link";
const REFUSED = "refused";

/** How many refused files are stored. */
const MAX_REFUSED = 5;

/** A routine without its revision, as the `content` of a `RoutineState`. */
export function contentOf(routine: Routine): string {
  return JSON.stringify(packRoutine({ ...routine, revision: 0 }));
}

/**
 * The packed routine of a state that has content, with its revision.
 * @throws When the content is not JSON, as it is where there is none.
 */
export function packedRoutine(state: RoutineState): PackedRoutine {
  const packed = JSON.parse(state.content) as PackedRoutine;
  packed[1] = state.revision;
  return packed;
}

/** The stored state, or that of a phone that has sent nothing yet. */
export function readRoutineState(local: KeyValueStore): RoutineState {
  const fields = fieldsOf(storedJson(local, ROUTINE));
  const { content } = fields;
  const usable = typeof content === "string" && isList(fromJson(content));
  return {
    revision: wholeOr(fields.revision, 0),
    content: usable ? content : "",
    sent: usable && fields.sent === true,
    sentAt: wholeOr(fields.sentAt, 0),
  };
}

/** @throws When there is no room. */
export function writeRoutineState(
  local: KeyValueStore,
  state: RoutineState,
): void {
  local.setItem(ROUTINE, JSON.stringify(state));
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
