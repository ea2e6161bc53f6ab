// What the watch can play, and how a planned pulse stands in the queue.

/** The system's patterns, by number. */
export const enum Pattern {
  Bump,
  Nudge,
  NudgeMax,
  Ping,
  Confirmation,
  ConfirmationMax,
}

/** Their names. */
export const PATTERNS = [
  "bump",
  "nudge",
  "nudge-max",
  "ping",
  "confirmation",
  "confirmation-max",
] as const;

/** What is added to the number of a pulse's pattern while it is planned. */
export const enum Planned {
  /** No later cue takes its place. */
  Lasting = 8,
}

/** How what is felt of a cue stands in one number, which takes the least memory. */
export const enum Haptic {
  /** The bits of its pattern. */
  Patterns = 7,
  /** How far up the number of its pulses stands, in two bits. */
  Pulses = 3,
  /** How far up the ms from pulse to pulse stand. */
  Apart = 5,
}
