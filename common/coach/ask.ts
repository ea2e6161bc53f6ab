/**
 * What is asked before and after a session, and which plan an answer leads to:
 * the same for watch and phone. Answers are numbers as in a record's check, and
 * -1 where there is none; `ask` is 0 for no questions, 1 for the back alone, 2
 * for all. The numbers are judgement, but for those with a source.
 */

/** Seconds of an hour and of a day. */
const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * Bounds of how the back feels, 0 to 10: pain monitoring (Thomee; Silbernagel
 * 2007) allows up to 2 freely and up to 5 with care, and is not validated for backs.
 */
export const enum Back {
  Amber = 3,
  Red = 6,
  VeryHigh = 8,
  /** A rise that counts: the least change that matters is 2 (Ostelo 2008). */
  Rise = 2,
  /** What is taken for the usual while it is not known. */
  Usual = 1,
}

/** Days without a session after which less, and much less, is done. */
export const enum Gap {
  Lighter = 10,
  Easy = 21,
}

/** Seconds: how long an answer is used again, and "as planned" is not doubted. */
const enum Fresh {
  Answer = 1800,
  Planned = 900,
}

/** What the answers before a session lead to; the first that fits counts. */
export const enum Offer {
  /** No question: as planned. */
  Planned,
  /** No question: the lighter plan after a break, or after a run. */
  LighterBreak,
  LighterRun,
  /** Easy or as planned, as the back is sore, or after a long break. */
  Easy,
  Break,
  /** Easy or not today. */
  High,
  /** Not today or easy, for the back or for the leg. */
  NotToday,
  Leg,
  /** The screen that says to get medical help; no session. */
  Stop,
}

/** The day in which a moment lies, by the clock there; moments are seconds since 1970. */
export function dayOf(seconds: number, offset: number): number {
  return Math.floor((seconds + offset * 60) / DAY);
}

/** Whether answers so many seconds old are used again. */
export function isAnswerFresh(seconds: number): boolean {
  return seconds >= 0 && seconds < Fresh.Answer;
}

/** Whether nothing is asked, as the runner chose "as planned" so many seconds ago. */
export function isChoiceFresh(seconds: number): boolean {
  return seconds >= 0 && seconds < Fresh.Planned;
}

/**
 * Whether to ask for the morning after the last session, which began so many
 * seconds ago. `raised`: a dose was higher in it than before; `before` and
 * `after` are its answers.
 */
export function asksMorning(
  ask: number,
  seconds: number,
  raised: boolean,
  before: number,
  after: number,
): boolean {
  if (ask < 2 || seconds < 10 * HOUR || seconds > 60 * HOUR) return false;
  const rose = before >= 0 && after > before;
  return raised || after >= Back.Amber || rose;
}

/**
 * Whether to ask for the leg before a session. `lately`: it is the first check
 * ever, or the leg hurt in the last 14 days, or an exercise is out for the leg or
 * on trial.
 */
export function asksLeg(ask: number, back: number, lately: boolean): boolean {
  if (ask < 1 || back < 0) return false;
  return back >= Back.Red || (ask > 1 && (back >= Back.Amber || lately));
}

/** Whether the back is worse than the runner knows it; `usual` above 10 is not known. */
export function isSore(back: number, usual: number): boolean {
  const known = usual > 10 ? Back.Usual : usual;
  return back >= Back.Red || (back >= Back.Amber && back >= known + Back.Rise);
}

/**
 * What the answers lead to. `days` are those since the day of the last session,
 * 0 where there was none; `lighter` tells that a run has just ended and the phone
 * wants less after it.
 */
export function offerFor(
  back: number,
  leg: number,
  usual: number,
  days: number,
  lighter: boolean,
): Offer {
  if (leg === 3) return Offer.Stop;
  if (leg === 2) return Offer.Leg;
  if (back >= Back.VeryHigh) return Offer.NotToday;
  if (back >= Back.Red) return Offer.High;
  if (isSore(back, usual)) return Offer.Easy;
  if (days >= Gap.Easy) return Offer.Break;
  if (days >= Gap.Lighter) return Offer.LighterBreak;
  return lighter ? Offer.LighterRun : Offer.Planned;
}

/**
 * The classes of exercises (`ClassBit`) that are left out today for this answer
 * about the leg: what is shut; bending backwards and the nerve of the leg; in
 * addition rounding the back.
 */
export function leftOut(leg: number): number {
  return leg === 1 ? 8 + 4 + 1 : leg >= 2 ? 8 + 4 + 2 + 1 : 8;
}

/** How much the back rose over a session; 0 where one of the two is not known. */
export function riseOf(before: number, after: number): number {
  return before >= 0 && after >= 0 ? after - before : 0;
}

/** Whether to ask for the back after a session that ended so many seconds ago. */
export function asksBackAfter(
  ask: number,
  seconds: number,
  done: boolean,
): boolean {
  return ask > 0 && done && seconds <= 2 * HOUR;
}

/**
 * Whether to ask for the leg after a session. `trial`: an exercise on trial was
 * done; `extension`: one that bends the back backwards.
 */
export function asksLegAfter(
  ask: number,
  before: number,
  after: number,
  leg: number,
  trial: boolean,
  extension: boolean,
): boolean {
  if (ask < 1) return false;
  const rise = riseOf(before, after);
  return (
    rise >= Back.Rise ||
    after >= Back.Red ||
    leg >= 1 ||
    trial ||
    (ask > 1 && extension && rise >= 1)
  );
}

/** Whether to ask which exercise hurt; `leg` is the answer after the session. */
export function asksWhich(
  ask: number,
  before: number,
  after: number,
  leg: number,
): boolean {
  return ask > 0 && (riseOf(before, after) >= Back.Rise || leg >= 2);
}

/** Whether to ask why an exercise was skipped; `which`: it is asked what hurt. */
export function asksWhy(
  ask: number,
  which: boolean,
  skipped: boolean,
): boolean {
  return ask > 1 && !which && skipped;
}

/** Whether to ask how hard a session was. */
export function asksEffort(
  ask: number,
  completed: boolean,
  easy: boolean,
  leg: number,
): boolean {
  return ask > 1 && completed && !easy && leg !== 3;
}

/**
 * The codes of the exercises that can make a leg worse, the most likely first:
 * cobra, hamstring stretch, reverse hip raise, knee to chest, child's pose, figure
 * four, curl-up, hip-flexor stretch. The first that was done goes out where the
 * runner is not sure which one it was.
 */
export const SUSPECTS: ReadonlyArray<number> = [4, 16, 1, 12, 11, 13, 7, 14];
