import {
  PackedRoutine,
  isList,
  packRoutine,
  unpackRoutine,
} from "../common/wire/routine";
import { ROUTINE_VERSION, Routine } from "../common/routine";
import { WatchState } from "../common/wire/link";
import { Keyed, fieldsOf, fromJson, getJson, wholeOr } from "./keyed";

/** The newest routine of the phone and whether it is on its way. */
export interface RoutineState {
  revision: number;
  /** The routine at revision 0, packed, as JSON: tells changes apart. */
  content: string;
  /** Handed to the system for the watch. */
  sent: boolean;
  /** Seconds since 1970 by the phone's clock; 0 before. */
  sentAt: number;
}

/** What is known of the watch; seconds since 1970. */
export interface LinkState {
  /** What the watch last told of itself; undefined before it ever did. */
  watch: WatchState | undefined;
  /** When it first told of the revision it has now, by its clock. */
  since: number;
  /** When anything last came from it, by the phone's clock. */
  seen: number;
}

/** Files that could not be used. */
export interface RefusedState {
  count: number;
  /** The newest few: file name, reason, and how it began, in hexadecimal. */
  aside: Array<{ name: string; why: string; bytes: string }>;
}

const ROUTINE = "routine";
const LINK = "link";
const REFUSED = "refused";

/** How many refused files are set aside. */
const ASIDE = 5;

/** What a routine says, whatever its revision. */
export function contentOf(routine: Routine): string {
  return JSON.stringify(packRoutine({ ...routine, revision: 0 }));
}

/** The packed routine of a state, with its revision. */
export function packedOf(state: RoutineState): PackedRoutine {
  const packed = JSON.parse(state.content) as PackedRoutine;
  packed[1] = state.revision;
  return packed;
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

/** The state, or that of a phone that has sent nothing yet. */
export function readRoutineState(local: Keyed): RoutineState {
  const fields = fieldsOf(getJson(local, ROUTINE));
  const content = currentContent(fields.content);
  return {
    revision: wholeOr(fields.revision, 0),
    content,
    sent: content !== "" && fields.sent === true,
    sentAt: wholeOr(fields.sentAt, 0),
  };
}

export function writeRoutineState(local: Keyed, state: RoutineState): void {
  local.setItem(ROUTINE, JSON.stringify(state));
}

export function readLinkState(local: Keyed): LinkState {
  const fields = fieldsOf(getJson(local, LINK));
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

export function writeLinkState(local: Keyed, state: LinkState): void {
  local.setItem(LINK, JSON.stringify(state));
}

export function readRefused(local: Keyed): RefusedState {
  const fields = fieldsOf(getJson(local, REFUSED));
  const aside = Array.isArray(fields.aside) ? fields.aside : [];
  return {
    count: wholeOr(fields.count, 0),
    aside: aside.map((entry: unknown) => {
      const { name, why, bytes } = fieldsOf(entry);
      return { name: String(name), why: String(why), bytes: String(bytes) };
    }),
  };
}

/** Counts a refused file and sets it aside, in the place of the oldest. */
export function setAside(
  local: Keyed,
  file: RefusedState["aside"][number],
): void {
  const { count, aside } = readRefused(local);
  const newest = [file].concat(aside).slice(0, ASIDE);
  const state: RefusedState = { count: count + 1, aside: newest };
  local.setItem(REFUSED, JSON.stringify(state));
}
