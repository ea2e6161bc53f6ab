import { MAX_ITEMS } from "../limits";
import { isSessionId } from "../record";
import { Result, fault } from "../result";
import { Routine } from "../routine";
import {
  C,
  CoachFile,
  CoachVersion,
  Decision,
  Raise,
  UsualBack,
} from "./coach-files";
import {
  PackedRoutine,
  isList,
  isWhole,
  packRoutine,
  unpackRoutine,
  versionFault,
} from "./routine";

export * from "./coach-files";

/** The same by the names that the phone uses. */
export const COACH_FILE: string = CoachFile.Coach;
export const CHECK_FILE: string = CoachFile.Check;

/** What the watch has to know to ask and to choose between three plans. */
export interface CoachPlan {
  serial: number;
  ask: 0 | 1 | 2;
  /** 0 to 10; undefined while it is not known. */
  usual: number | undefined;
  lighter: boolean;
  /** `ClassBit`s of each item of the routine. */
  classes: number[];
  easy: Routine | undefined;
  light: Routine | undefined;
  first: boolean;
  /**
   * A dose of the routine is higher than in the session before: false, true, or the
   * code of its exercise where it went up by itself.
   */
  raised: boolean | number;
  /** The revision of the routine whose items the classes are of. */
  revision: number;
  /** The number of the most urgent reason to see somebody, 1 to 7; 0 for none. */
  see: number;
}

/** A check that no session followed. */
export interface LoneCheck {
  /** A session id of its own. */
  id: string;
  /** Seconds since 1970 by the watch's clock. */
  at: number;
  /** Minutes east of UTC. */
  offset: number;
  /** 0 to 10; undefined where it was not answered. */
  back: number | undefined;
  /** As `legBefore` of a check. */
  leg: 0 | 1 | 2 | 3 | undefined;
  decision: Decision;
}

export type PackedCoach = [
  version: number,
  serial: number,
  ask: number,
  usual: number,
  lighter: number,
  classes: number[],
  easy: PackedRoutine | [],
  light: PackedRoutine | [],
  first: number,
  raised: number,
  revision: number,
  see: number,
];

/** The highest 32 bit number. */
const MOST = 4294967295;
/** All bits of `ClassBit`. */
const MOST_CLASS = 31;
/** Room for the codes of 98 exercises. */
const MOST_RAISED = 99;

/** Body of `coach`. */
export function packCoach(plan: CoachPlan): PackedCoach {
  return [
    CoachVersion.Version,
    plan.serial,
    plan.ask,
    plan.usual === undefined ? UsualBack.Unknown : plan.usual,
    plan.lighter ? 1 : 0,
    plan.classes,
    plan.easy ? packRoutine(plan.easy) : [],
    plan.light ? packRoutine(plan.light) : [],
    plan.first ? 1 : 0,
    typeof plan.raised === "number"
      ? Raise.Named + plan.raised
      : plan.raised
        ? Raise.Known
        : Raise.None,
    plan.revision,
    plan.see,
  ];
}

/** Lowest and highest value of each number of the coach's file, by its place. */
const RANGES: ReadonlyArray<
  readonly [place: number, min: number, max: number]
> = [
  [C.Serial, 0, MOST],
  [C.Ask, 0, 2],
  [C.Usual, 0, UsualBack.Unknown],
  [C.Lighter, 0, 1],
  [C.First, 0, 1],
  [C.Raised, Raise.None, MOST_RAISED],
  [C.Revision, 0, MOST],
  [C.See, 0, 7],
];

/** A plan of the coach's file; an empty list is none. */
function unpackPlan(
  field: string,
  packed: unknown,
): Result<Routine | undefined> {
  if (isList(packed) && !packed.length) return { ok: true, value: undefined };
  const read = unpackRoutine(packed);
  if (!read.ok) {
    const inside = field + "." + read.fault.field;
    return { ok: false, fault: { ...read.fault, field: inside } };
  }
  if (read.value.items.every((item) => item.included)) return read;
  return fault(field, packed, "a plan of included exercises only");
}

/** Reads the body of `coach`. Garbage, a newer version and bad values are refused. */
export function unpackCoach(packed: unknown): Result<CoachPlan> {
  if (!isList(packed)) return fault("coach", packed, "a list of " + C.Size);
  const version = versionFault(packed[C.Version], CoachVersion.Version);
  if (version) return version;
  if (packed.length !== C.Size) {
    return fault("coach", packed.length + " entries", String(C.Size));
  }
  for (let i = 0; i < RANGES.length; i++) {
    const [place, min, max] = RANGES[i]!;
    if (!isWhole(packed[place], min, max))
      return fault("coach[" + place + "]", packed[place], min + " to " + max);
  }
  const classes = packed[C.Classes];
  if (
    !isList(classes) ||
    classes.length > MAX_ITEMS ||
    !classes.every((one) => isWhole(one, 0, MOST_CLASS))
  ) {
    const allowed = "up to " + MAX_ITEMS + " numbers, 0 to " + MOST_CLASS;
    return fault("classes", classes, allowed);
  }
  const easy = unpackPlan("easy", packed[C.Easy]);
  if (!easy.ok) return easy;
  const light = unpackPlan("light", packed[C.Light]);
  if (!light.ok) return light;
  const usual = packed[C.Usual] as number;
  const raised = packed[C.Raised] as number;
  return {
    ok: true,
    value: {
      serial: packed[C.Serial] as number,
      ask: packed[C.Ask] as CoachPlan["ask"],
      usual: usual === UsualBack.Unknown ? undefined : usual,
      lighter: packed[C.Lighter] === 1,
      classes: classes as number[],
      easy: easy.value,
      light: light.value,
      first: packed[C.First] === 1,
      raised: raised < Raise.Named ? raised > 0 : raised - Raise.Named,
      revision: packed[C.Revision] as number,
      see: packed[C.See] as number,
    },
  };
}

function known(value: number | undefined): number {
  return value === undefined ? -1 : value;
}

/** Body of `c-<id>`. */
export function packLoneCheck(check: LoneCheck): Array<number | string> {
  const { id, at, offset, back, leg, decision } = check;
  const answers = [known(back), known(leg), decision];
  return [CoachVersion.Version, id, at, offset, ...answers];
}

/** Lowest and highest value of each number of a lone check, by its place. */
const CHECK_RANGES: ReadonlyArray<readonly [number, number]> = [
  [CoachVersion.Version, CoachVersion.Version],
  [0, 0],
  [0, MOST],
  [-900, 900],
  [-1, 10],
  [-1, 3],
  [0, Decision.Stop],
];

/** Reads the body of `c-<id>`. Garbage, a newer version and bad values are refused. */
export function unpackLoneCheck(packed: unknown): Result<LoneCheck> {
  const length = CHECK_RANGES.length;
  if (!isList(packed)) return fault("check", packed, "a list of " + length);
  const version = versionFault(packed[0], CoachVersion.Version);
  if (version) return version;
  if (packed.length !== length)
    return fault("check", packed.length + " entries", String(length));
  const id = packed[1];
  if (!isSessionId(id)) return fault("id", id, "a session id");
  for (let i = 2; i < length; i++) {
    const [min, max] = CHECK_RANGES[i]!;
    if (!isWhole(packed[i], min, max))
      return fault("check[" + i + "]", packed[i], min + " to " + max);
  }
  const [at, offset, back, leg, decision] = packed.slice(2) as number[];
  return {
    ok: true,
    value: {
      id,
      at: at!,
      offset: offset!,
      back: back === -1 ? undefined : back,
      leg: leg === -1 ? undefined : (leg as LoneCheck["leg"]),
      decision: decision!,
    },
  };
}
