import fc from "fast-check";

/**
 * Every run draws the same values, so that the gate's answer is the code's and
 * not the day's. `SEED=7 npm test` draws others.
 */
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 2026) });
