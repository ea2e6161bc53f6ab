// A copy, which the build makes: see runners.ts.
export { part } from "./session-runner";
