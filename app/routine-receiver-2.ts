// A copy, which the build makes: see actions.ts.
export { part } from "./routine-receiver";
