/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  testPathIgnorePatterns: ["/fixtures/"],
  transform: {
    "^.+\\.tsx?$": [
      "ts-jest",
      { tsconfig: "test/tsconfig.json", diagnostics: false },
    ],
  },
};
