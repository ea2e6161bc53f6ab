/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test", "<rootDir>/packages/fitbit-simulator/test"],
  // Some tests build packages, and machines may be busy: what hangs still ends.
  testTimeout: 120000,
  // Jest leaves one core idle; on two cores that is half of them.
  maxWorkers: "100%",
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  setupFiles: ["<rootDir>/test/support/seed.ts"],
  testPathIgnorePatterns: ["/fixtures/"],
  moduleNameMapper: {
    "^fitbit-simulator$": "<rootDir>/packages/fitbit-simulator/src/index.ts",
    "^fitbit-simulator/(.*)$":
      "<rootDir>/packages/fitbit-simulator/src/$1/index.ts",
  },
  transform: {
    "^.+\\.tsx?$": [
      "ts-jest",
      { tsconfig: "test/tsconfig.json", diagnostics: false },
    ],
  },
};
