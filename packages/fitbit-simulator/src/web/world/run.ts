import type { Body } from "../../engine";

/** An easy run: steps and heart beats a minute, and metres a step. */
const STEPS = 164;
const BEATS = 148;
const STRIDE = 0.95;
const KCAL = 10;
/** Minutes that the history reaches back. */
const DAY = 24 * 60;

/** Has the wearer just come back from a run of so many minutes. */
export function justRan(body: Body, minutes: number): void {
  const run = Array.from({ length: minutes }, (_, minute) => ({
    // The first minutes are slower, and no two are the same.
    steps: STEPS - (minute > minutes - 4 ? 12 : (minute * 7) % 5),
    averageHeartRate: BEATS + ((minute * 5) % 9) - 4,
    calories: KCAL,
    distance: Math.round(STEPS * STRIDE),
    elevationGain: 0,
  }));
  body.minutes = [...run, ...body.minutes].slice(0, DAY);
  const today = body.today;
  const add = (name: string, amount: number) => {
    today[name] = (today[name] ?? 0) + amount;
  };
  add(
    "steps",
    run.reduce((sum, { steps }) => sum + steps, 0),
  );
  add("distance", minutes * Math.round(STEPS * STRIDE));
  add("calories", minutes * KCAL);
}

/** Minutes go by in which the wearer rests; nothing before a first run is in the history. */
export function rested(body: Body, minutes: number): void {
  if (body.minutes.length === 0) return;
  const rest = Array.from({ length: Math.min(minutes, DAY) }, () => ({
    steps: 0,
    ...(body.heartRate === null ? {} : { averageHeartRate: body.heartRate }),
    calories: 1,
    distance: 0,
    elevationGain: 0,
  }));
  body.minutes = [...rest, ...body.minutes].slice(0, DAY);
}
