// A copy, which the build makes: see coach.ts.
export { part } from "./check-out";
