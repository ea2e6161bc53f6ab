import { codeOf } from "../../common/exercise-codes";
import { EXERCISES } from "../../common/exercises";
import {
  customItem,
  defaultItem,
  defaultRoutine,
} from "../../common/default-routine";
import { MAX_ITEMS, routineFault } from "../../common/limits";
import { PREFERENCES, isOn, preferencesWhere } from "../../common/preferences";
import { Result, fault } from "../../common/result";
import { CUSTOM, Item, Routine } from "../../common/routine";
import { BitReader, BitWriter } from "./bits";
import { findCode, sealedDigits } from "./digits";

/** What every code begins with; the digit is its version. */
const VERSION = 1;
const PREFIX = "RC" + VERSION;

/** The name that a code leaves out. */
const NAME = "Runner's Core";

/** A code has room for the first five; each one after them is as by default. */
const CODED = PREFERENCES.slice(0, 5);

/** Seconds up and down. */
type Speed = Pick<Item, "lift" | "lower">;

/** Characters of 7 bits where all fit, else UTF-16 units. */
function putName(bits: BitWriter, name: string): void {
  const narrow = name.split("").every((unit) => unit.charCodeAt(0) < 128);
  bits.put(narrow ? 0 : 1, 1);
  bits.put(name.length, 5);
  for (let i = 0; i < name.length; i++) {
    bits.put(name.charCodeAt(i), narrow ? 7 : 16);
  }
}

function takeName(bits: BitReader): string {
  const width = bits.take(1) ? 16 : 7;
  let name = "";
  for (let length = bits.take(5); length > 0; length--) {
    name += String.fromCharCode(bits.take(width));
  }
  return name;
}

function putSpeed(bits: BitWriter, speed: Speed): void {
  bits.put(speed.lift * 2, 11);
  bits.put(speed.lower * 2, 11);
}

function takeSpeed(bits: BitReader): Speed {
  return { lift: bits.take(11) / 2, lower: bits.take(11) / 2 };
}

function sameSpeed(a: Speed, b: Speed): boolean {
  return a.lift === b.lift && a.lower === b.lower;
}

/** The speed that most items have, so that only the others carry their own. */
function commonSpeed(items: ReadonlyArray<Item>): Speed {
  const paced = items.filter((item) => item.kind === "reps");
  let best: Speed = customItem(NAME, "reps", 1);
  let most = 0;
  paced.forEach((speed) => {
    const count = paced.filter((item) => sameSpeed(item, speed)).length;
    if (count > most) [best, most] = [speed, count];
  });
  return best;
}

function putItem(bits: BitWriter, item: Item, speed: Speed): void {
  const own = item.exercise === CUSTOM;
  bits.put(own ? 1 : 0, 1);
  if (own) {
    bits.put(item.kind === "hold" ? 1 : 0, 1);
    putName(bits, item.name);
  } else bits.put(codeOf(item.exercise), 6);
  bits.put(item.sides - 1, 1);
  bits.put(item.sets, 4);
  bits.put(item.hold * 2, 11);
  bits.put(item.rest, 9);
  if (item.kind === "hold") return;
  bits.put(item.reps, 6);
  bits.put(sameSpeed(item, speed) ? 0 : 1, 1);
  if (!sameSpeed(item, speed)) putSpeed(bits, item);
}

function takeItem(bits: BitReader, speed: Speed): Item | undefined {
  let item: Item;
  if (bits.take(1)) {
    const kind = bits.take(1) ? "hold" : "reps";
    item = customItem(takeName(bits), kind, 1);
  } else {
    const exercise = EXERCISES[bits.take(6)];
    if (!exercise) return undefined;
    item = defaultItem(exercise);
  }
  item.sides = bits.take(1) ? 2 : 1;
  item.sets = bits.take(4);
  item.hold = bits.take(11) / 2;
  item.rest = bits.take(9);
  if (item.kind === "reps") {
    item.reps = bits.take(6);
    Object.assign(item, bits.take(1) ? takeSpeed(bits) : speed);
  }
  return item;
}

/**
 * A routine as a short text: what is included, its doses, speed and
 * preferences (which an import leaves as they are). At most 240 characters for 10 items of the table of exercises.
 */
export function routineCode(routine: Routine): string {
  const items = routine.items.filter((item) => item.included);
  const speed = commonSpeed(items);
  const bits = new BitWriter();
  bits.put(routine.name === NAME ? 0 : 1, 1);
  if (routine.name !== NAME) putName(bits, routine.name);
  bits.put(routine.ready, 6);
  bits.put(routine.between, 6);
  bits.put(routine.switch, 6);
  CODED.forEach((one) => bits.put(isOn(routine.preferences, one) ? 1 : 0, 1));
  putSpeed(bits, speed);
  bits.put(items.length, 6);
  items.forEach((item) => putItem(bits, item, speed));
  return PREFIX + sealedDigits(bits.bytes);
}

/** Far longer than any code and the message around it; more would only cost time. */
const LONGEST = 20000;

/**
 * Reads the code in a text, which may be a message with anything before and
 * behind it; damage is found by its checksum. Revision 0.
 */
export function readCode(text: string): Result<Routine> {
  if (text.length > LONGEST) {
    return fault("code", text.length + " characters", "at most " + LONGEST);
  }
  const found = findCode(text);
  if (!found) {
    return fault("code", text, "a routine code, which begins with " + PREFIX);
  }
  const { version, digits, bytes } = found;
  if (version !== VERSION) {
    const newer = PREFIX + "; update this app to read it";
    return fault("version", "RC" + version, newer);
  }
  if (!digits) {
    return fault("code", text, "letters and digits behind " + PREFIX);
  }
  if (!bytes) {
    return fault("code", text, "an undamaged code; copy it again, all of it");
  }
  return readBits(new BitReader(bytes));
}

function readBits(bits: BitReader): Result<Routine> {
  const routine = defaultRoutine();
  if (bits.take(1)) routine.name = takeName(bits);
  routine.ready = bits.take(6);
  routine.between = bits.take(6);
  routine.switch = bits.take(6);
  routine.preferences = preferencesWhere((one) =>
    CODED.indexOf(one) < 0 ? one.initially : bits.take(1) === 1,
  );
  const speed = takeSpeed(bits);
  const count = bits.take(6);
  if (count > MAX_ITEMS) return fault("items", count, "at most " + MAX_ITEMS);
  routine.items = [];
  for (let i = 0; i < count; i++) {
    const item = takeItem(bits, speed);
    if (!item) return fault("items[" + i + "]", "unknown", "a known exercise");
    routine.items.push(item);
  }
  if (!bits.exact())
    return fault("code", "too long", "nothing after the items");
  const wrong = routineFault(routine);
  return wrong ? { ok: false, fault: wrong } : { ok: true, value: routine };
}
