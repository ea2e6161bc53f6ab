import { Check, HURTS, SessionRecord, total } from "../../common/record";
import { Result, fault } from "../../common/result";
import { HistoryEntry } from "./entry";

/** The answers around a session that a runner can correct, and whether it followed a run. */
export const ANSWERS = [
  "postRun",
  "before",
  "after",
  "legBefore",
  "legAfter",
  "effort",
  "morning",
  "hurt",
] as const;

export type Answer = (typeof ANSWERS)[number];

/** Stands for a question that was not answered. */
export const UNANSWERED = "-";

/** Lowest and highest value of those that are numbers, as in a record; 1 after a run. */
const RANGES: {
  readonly [answer in Exclude<Answer, "hurt">]: readonly [number, number];
} = {
  postRun: [0, 1],
  before: [0, 10],
  after: [0, 10],
  legBefore: [0, 3],
  legAfter: [0, 3],
  effort: [1, 3],
  morning: [0, 1],
};

/** For so many seconds from its start on an answer can be corrected: 48 h. */
export const CORRECTABLE = 48 * 3600;

/** A session whose answers are stored. */
export type Answered = SessionRecord & { check: Check };

/** The session of an entry if it has answers; undefined for any other. */
export function answeredOf(entry: HistoryEntry): Answered | undefined {
  const record = entry.kind === "session" ? entry.record : undefined;
  return record && record.check ? (record as Answered) : undefined;
}

/** Whether it is not too late for a start at a moment (seconds since 1970); one that lies ahead is not. */
export function isCorrectable(start: number, now: number): boolean {
  return now - start <= CORRECTABLE;
}

/** The places of the exercises that were begun or skipped, or are said to hurt. */
export function nameable({ items }: SessionRecord): number[] {
  const places = items.map((_, place) => place);
  return places.filter((place) => {
    const { sets, reps, holdSeconds, skipped, hurt } = items[place]!;
    return sets + total(reps) + total(holdSeconds) > 0 || skipped || !!hurt;
  });
}

/** What an exercise hurt, as a value: its place among the items, from 0 on, and where. */
export function hurtValue(place: number, where: string): string {
  return place + ":" + where;
}

/** A number of an answer as its value, "-" where there is none. */
export function valueOf(number: number | undefined): string {
  return number === undefined ? UNANSWERED : String(number);
}

/** The numbers from the lowest to the highest, as values. */
export function valuesFrom(least: number, most: number): string[] {
  const values: string[] = [];
  for (let one = least; one <= most; one++) values.push(String(one));
  return values;
}

/** The number that a value stands for; undefined for none. */
export function numberOf(value: string): number | undefined {
  return value === UNANSWERED ? undefined : Number(value);
}

/** The answer of that name, if it is one of these and can have the value; else what is allowed. */
export function readAnswer<Name extends string>(
  names: ReadonlyArray<Name>,
  valuesOfName: (name: Name) => string[],
  answer: string,
  value: string,
): Result<Name> {
  const known = names.filter((one) => one === answer)[0];
  if (!known) return fault("answer", answer, names.join(", "));
  const values = valuesOfName(known);
  if (values.indexOf(value) < 0) return fault(known, value, values.join(", "));
  return { ok: true, value: known };
}

/** The values that an answer can have, "-" first where it can be missing. */
export function valuesOf(record: Answered, answer: Answer): string[] {
  const values = answer === "postRun" ? [] : [UNANSWERED];
  if (answer === "hurt") {
    nameable(record).forEach((place) =>
      HURTS.forEach((where) => values.push(hurtValue(place, where))),
    );
    return values;
  }
  const [least, most] = RANGES[answer];
  return values.concat(valuesFrom(least, most));
}

/** What was answered, as a value; of several exercises that hurt, the first. */
export function answerOf(record: Answered, answer: Answer): string {
  const { items, check } = record;
  if (answer === "postRun") return record.postRun ? "1" : "0";
  if (answer === "hurt") {
    const place = items.map(({ hurt }) => !!hurt).indexOf(true);
    return place < 0 ? UNANSWERED : hurtValue(place, items[place]!.hurt!);
  }
  const value =
    answer === "before"
      ? record.backBefore
      : answer === "after"
        ? record.backAfter
        : check[answer];
  return valueOf(value);
}

/** The session with one exercise that hurt, or none. */
function withHurt(record: Answered, value: string): Answered {
  const [place, where] = value.split(":");
  const items = record.items.map((item, i) => {
    const rest = { ...item };
    delete rest.hurt;
    const hurt = HURTS.filter((one) => one === where)[0];
    return hurt && i === Number(place) ? { ...rest, hurt } : rest;
  });
  return { ...record, items };
}

/**
 * The session with an answer in place of what was answered. Refused where the answer
 * is none of a session, or the value none of its values.
 */
export function withAnswer(
  record: Answered,
  answer: string,
  value: string,
): Result<Answered> {
  const read = readAnswer(
    ANSWERS,
    (name) => valuesOf(record, name),
    answer,
    value,
  );
  if (!read.ok) return read;
  const known = read.value;
  if (known === "hurt") return { ok: true, value: withHurt(record, value) };
  if (known === "postRun")
    return { ok: true, value: { ...record, postRun: value === "1" } };
  const number = numberOf(value);
  const { check } = record;
  const changed =
    known === "before"
      ? { ...record, backBefore: number }
      : known === "after"
        ? { ...record, backAfter: number }
        : { ...record, check: { ...check, [known]: number } };
  return { ok: true, value: changed };
}
