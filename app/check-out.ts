import {
  SUSPECTS,
  asksBackAfter,
  asksEffort,
  asksLegAfter,
  asksWhich,
  asksWhy,
} from "../common/coach/ask";
import { EXTENSIONS } from "../common/watch-coach";
import { LinkFile } from "../common/wire/link-files";
import { ItemBit, P, PItem } from "../common/wire/pack-record";
import { ask, askWhich, asking, close, tellStop } from "./questions";
import { A } from "./session/session";
import { Asking } from "./state";
import { M, readAsked, writeAsked } from "./storage/asked";
import { read, write } from "./storage/files";
import { Mode } from "./storage/plan-for";
import { shut } from "./storage/shut";
import { nameOf, words } from "./ui/words";

// The questions after a session. Each answer goes into the record on file at once:
// it is sent when the last one was given, or when nobody answers any more.
/* eslint import-x/no-mutable-exports: off -- what is exported is let go of */

/** A record as this watch wrote it. */
type Written = Array<string | number> & {
  [P.Items]: number[];
  [P.Check]: number[];
};

let file = "";
let level: number;
let record: Written;

/** What was told of the leg, before or after, by its place in the answers. */
function leg(place: A): number {
  return record[P.Check][place - A.Check]!;
}

/** Notes an answer in the check and stores the record. */
function note(place: A, answer: number): void {
  record[P.Check][place - A.Check] = answer;
  write(file, record);
}

/** Whether something was done of the item that begins there. */
function isDone(item: number): boolean {
  const items = record[P.Items];
  for (let i = PItem.Reps as number; i < PItem.Size; i++) {
    if (items[item + i]! > 0) return true;
  }
  return false;
}

/** Where the item of that exercise begins, if it was done; else -1. */
function doneItem(code: number): number {
  const items = record[P.Items];
  for (let item = 0; item < items.length; item += PItem.Size) {
    if (items[item] === code && isDone(item)) return item;
  }
  return -1;
}

/** Where the item begins that makes a leg worse the most likely; -1 for none. */
function suspect(): number {
  let item = -1;
  for (let i = 0; item < 0 && i < SUSPECTS.length; i++) {
    item = doneItem(SUSPECTS[i]!);
  }
  return item;
}

/** True if an exercise was done that has its bit in `codes`. */
function isAnyDone(codes: number): boolean {
  let any = false;
  for (let code = 0; codes >> code; code++) {
    if ((codes >> code) & 1 && doneItem(code) >= 0) any = true;
  }
  return any;
}

/** Notes that an exercise hurt, by its bit of `ItemBit`. */
function hurt(item: number, bit: number): void {
  record[P.Items][item + PItem.Bits]! |= bit;
  write(file, record);
}

function askEffort(): void {
  const easy = leg(A.Mode) === Mode.Easy;
  if (!asksEffort(level, !record[P.Outcome], easy, leg(A.LegAfter))) close();
  else {
    ask(
      words("ask-effort"),
      "",
      "effort-more effort-right effort-hard",
      (answer) => {
        if (answer >= 0) note(A.Effort, answer + 1);
        close();
      },
    );
  }
}

/** Asks why an exercise was skipped: the first, or one that bends the back backwards. */
function askWhy(): void {
  const items = record[P.Items];
  let skipped = -1;
  for (let item = 0; item < items.length; item += PItem.Size) {
    if (!(items[item + PItem.Bits]! & ItemBit.Skipped)) continue;
    if (skipped < 0 || (EXTENSIONS >> items[item]!) & 1) skipped = item;
  }
  if (!asksWhy(level, false, skipped >= 0)) return askEffort();
  ask(
    words("ask-why", nameOf(items, skipped)),
    "",
    "why-time why-back why-elsewhere",
    (answer) => {
      // Back, leg, elsewhere: the leg has a question of its own.
      if (answer > 0) hurt(skipped, ItemBit.Hurt << (answer === 1 ? 0 : 2));
      askEffort();
    },
  );
}

/** Tells that the exercise of the item that begins there is out. */
function tellOut(item: number): void {
  ask(nameOf(record[P.Items], item), words("out"), "close", askEffort);
}

function whichTold(item: number): void {
  const worse = leg(A.LegAfter) >= 2;
  const bit = worse ? ItemBit.Hurt << 1 : ItemBit.Hurt;
  if (item >= 0) hurt(item, bit);
  if (!worse) return askEffort();
  const out = item >= 0 ? item : suspect();
  if (out < 0) return askEffort();
  shut(record, out, readAsked()[M.Serial]!);
  tellOut(out);
}

function goOn(): void {
  const back = record[P.BackBefore] as number;
  const after = record[P.BackAfter] as number;
  if (asksWhich(level, back, after, leg(A.LegAfter))) {
    askWhich(record[P.Items], whichTold);
  } else askWhy();
}

function legTold(answer: number): void {
  if (answer < 0) return goOn();
  note(A.LegAfter, answer);
  const asked = readAsked();
  if (answer) asked[M.LegAt] = Math.floor(Date.now() / 1000);
  writeAsked(asked);
  if (answer >= 2) {
    // At once: the runner may not answer which one it was.
    const out = suspect();
    if (out >= 0) shut(record, out, asked[M.Serial]!);
  }
  if (answer === 3) tellStop();
  else goOn();
}

function backTold(back: number): void {
  record[P.BackAfter] = back;
  write(file, record);
  const asked = readAsked();
  asked[M.After] = back;
  writeAsked(asked);
  const asks = asksLegAfter(
    level,
    record[P.BackBefore] as number,
    back,
    leg(A.LegBefore),
    isAnyDone(asked[M.Trials]!),
    isAnyDone(EXTENSIONS),
  );
  if (asks) {
    ask(
      words("ask-leg-after"),
      "",
      "leg-same leg-less leg-further leg-numb",
      legTold,
    );
  } else goOn();
}

/** Asks what is to be asked after the session of this id, as far as `asks` allows. */
function after(id: string, asks: number): void {
  file = LinkFile.Session + id;
  level = asks;
  record = read(file) as Written;
  const ended = record
    ? (record[P.Start] as number) +
      ((record[P.Active] as number) + (record[P.Paused] as number)) / 10
    : 0;
  if (!asksBackAfter(asks, Date.now() / 1000 - ended, true)) close();
  else ask(words("ask-back"), "", "", backTold);
}

/** All of this part that others use; undefined once it has asked. */
export let part: Asking<typeof after> | undefined = asking(
  after,
  () => (part = undefined),
);
