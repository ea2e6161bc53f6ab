/** The commands that run for a while, by the files that hold them. */
export const RUNS = [
  "tools/session/session.ts",
  "tools/phone/phone.ts",
  "tools/bench/bench.ts",
  "verification/faults/command.ts",
  "verification/fuzz/command.ts",
  "verification/year/command.ts",
  "verification/mutations/command.ts",
  "packages/fitbit-simulator/src/cli/index.ts",
];
