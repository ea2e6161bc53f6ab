/** What both kinds of tests share. */
const shared = {
  testEnvironment: "node",
  roots: ["<rootDir>/test", "<rootDir>/packages/fitbit-simulator/test"],
  setupFiles: ["<rootDir>/test/support/seed.ts"],
  moduleNameMapper: {
    "^fitbit-simulator$": "<rootDir>/packages/fitbit-simulator/src/index.ts",
    "^fitbit-simulator/(.*)$":
      "<rootDir>/packages/fitbit-simulator/src/$1/index.ts",
  },
  transform: {
    "^.+\\.tsx?$": [
      "ts-jest",
      {
        tsconfig: "<rootDir>/test/tsconfig.json",
        diagnostics: false,
        // Types are checked by `npm run typecheck`: here each file is compiled by itself.
        transpilation: true,
      },
    ],
  },
};

/** Tests of the built page and of the packed simulator: a build comes before them alone. */
const BUILT = ["/test/e2e/", "/test/tarball\\.test\\.ts$"];

/** @type {import("jest").Config} */
module.exports = {
  // Jest leaves one core idle; on two cores that is half of them.
  maxWorkers: "100%",
  // Without the times of a run before, jest goes by how long a file is to read.
  testSequencer: "<rootDir>/test/support/run-order.mjs",
  // Some tests build packages, and machines may be busy: what hangs still ends.
  testTimeout: 120000,
  projects: [
    {
      ...shared,
      displayName: "sources",
      testPathIgnorePatterns: ["/fixtures/", ...BUILT],
      globalSetup: "<rootDir>/test/support/sources-setup.ts",
    },
    {
      ...shared,
      displayName: "built",
      testRegex: ["/test/e2e/.*\\.test\\.ts$", BUILT[1]],
      globalSetup: "<rootDir>/test/support/built-setup.ts",
    },
  ],
};
