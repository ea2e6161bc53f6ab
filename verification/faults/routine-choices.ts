import { customItem } from "../../common/default-routine";
import { Routine } from "../../common/routine";
import { anItem, aRoutine } from "../builders/routines";

const paced = { lift: 1, hold: 0.5, lower: 1 };

/** The name of the one routine whose doses are the coach's. */
export const COACHED = "Coached";

/**
 * Routines that a runner may choose on the phone: seconds long, each with its
 * own name, so that the home screen shows which one the watch will play.
 */
export const ROUTINE_CHOICES: ReadonlyArray<Routine> = [
  aRoutine({
    name: "Two sets",
    ready: 3,
    between: 4,
    items: [
      anItem("hip-raise", { ...paced, sets: 2, reps: 2, rest: 5 }),
      anItem("plank", { hold: 11 }),
    ],
  }),
  aRoutine({
    name: "Both sides",
    ready: 2,
    between: 3,
    switch: 3,
    items: [
      anItem("side-plank", { hold: 6 }),
      anItem("curl-up", { ...paced, sets: 1, reps: 3, rest: 4 }),
    ],
  }),
  aRoutine({
    name: "Long hold",
    ready: 0,
    items: [anItem("plank", { hold: 34.5 })],
  }),
  aRoutine({
    name: "No waits",
    ready: 0,
    between: 0,
    switch: 0,
    items: [
      anItem("bird-dog", { ...paced, sets: 2, reps: 2, rest: 0 }),
      anItem("cobra", { sets: 2, hold: 3, rest: 0 }),
    ],
  }),
  aRoutine({
    name: "Strong, no reps told",
    ready: 4,
    between: 2,
    items: [
      anItem("hip-raise", { ...paced, sets: 1, reps: 4 }),
      anItem("plank", { hold: 21 }),
      {
        ...customItem("Wall angel", "reps", 2),
        ...{ sets: 1, reps: 2, lift: 1, hold: 0, lower: 1 },
      },
    ],
    preferences: {
      strength: "strong",
      repPulses: false,
      halfway: true,
      finalSeconds: true,
      keepScreenOn: false,
      quietPause: false,
      touchLock: false,
    },
  }),
  aRoutine({
    name: "Screen on, few cues",
    ready: 5,
    between: 6,
    items: [
      anItem("cobra", { sets: 3, hold: 4, rest: 5 }),
      anItem("dead-bug", { ...paced, sets: 1, reps: 2 }),
    ],
    preferences: {
      strength: "normal",
      repPulses: true,
      halfway: false,
      finalSeconds: false,
      keepScreenOn: true,
      quietPause: true,
      touchLock: false,
    },
  }),
  aRoutine({
    name: COACHED,
    ready: 2,
    between: 2,
    // Two are left of it on an easy day, so that such a day is made of them.
    items: [anItem("plank"), anItem("side-plank"), anItem("cobra")],
  }),
];
