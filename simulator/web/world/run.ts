import type { Body } from "../../engine";

/** An easy run: steps and heart beats a minute, and metres a step. */
const STEPS = 164;
const BEATS = 148;
const STRIDE = 0.95;
const KCAL = 10;

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
  body.minutes = [...run, ...body.minutes].slice(0, 24 * 60);
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
