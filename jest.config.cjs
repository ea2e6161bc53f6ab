/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  // Jest leaves one core idle; on two cores that is half of them.
  maxWorkers: "100%",
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  testPathIgnorePatterns: ["/fixtures/"],
  transform: {
    "^.+\\.tsx?$": [
      "ts-jest",
      { tsconfig: "test/tsconfig.json", diagnostics: false },
    ],
  },
};
