// A copy, which the build makes: see again.ts.
export { part } from "./check-in";
