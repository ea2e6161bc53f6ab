/** Seconds of an hour and of a day. */
export const HOUR = 3600;
export const DAY = 24 * HOUR;

/**
 * Numbers of the coach. Days, if nothing else is said; those without a source
 * are judgement.
 */
export const K = {
  /** The usual: of the last so many answers, no older than this, from so many on. */
  usualAnswers: 10,
  usualDays: 60,
  usualFrom: 5,
  /** What is taken for the usual before. */
  usualOtherwise: 1,
  /**
   * Points that raise a dose, and those for one held before a break: two good
   * sessions in a row with effort to spare, after the 2-for-2 rule (Baechle & Earle).
   */
  points: 4,
  pointsBelowHeld: 2,
  goodSessions: 2,
  couldDoMore: 2,
  aboutRight: 1,
  /** Full sessions without an answer after which a raise is suggested. */
  fullUnanswered: 4,
  /** Seconds from one good session to the next, and before a raise. */
  between: 18 * HOUR,
  /** How long an exercise stays as it is after a raise, a step down, and a change that was taken back. */
  afterRaise: 4,
  afterLess: 7,
  afterTakenBack: 14,
  /** Raises within so many days. */
  raises: 2,
  raisesDays: 7,
  /** How long a raise can be taken back by a rule. */
  raiseBack: 14,
  /** Days off, by how much is forgotten (Bosquet 2013; the bounds are judgement). */
  breakPoints: 10,
  breakStep: 21,
  breakStarter: 42,
  /** A gate for the leg: days and calm sessions; days after a bad trial. */
  legDays: 14,
  legCalm: 3,
  legClosed: 42,
  /** A gate for the back. */
  backDays: 7,
  backCalm: 2,
  /** Calm sessions on trial until an exercise is in again. */
  trials: 2,
  /** Of its last so many sessions an exercise hurt in so many. */
  namedOf: 5,
  namedTimes: 2,
  /** The highest back before a calm session, the most that it rises. */
  calmBack: 3,
  calmRise: 1,
  /** The highest back after a good session: at least this, at most that, else the usual. */
  goodAfterLeast: 3,
  goodAfterMost: 5,
  /** The step of a starter. */
  starter: 1,
  /** The highest step of an easy day, and so much below the usual step. */
  easyStep: 2,
  easyLess: 2,
  /** Seconds of the longest hold of an easy day, and for who has to be careful with the heart. */
  easyHold: 10,
  heartHold: 20,
  /** How far back the coach looks. */
  memory: 92,
} as const;
