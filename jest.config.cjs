/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testPathIgnorePatterns: ["/fixtures/"],
  transform: {
    "^.+\\.tsx?$": [
      "ts-jest",
      { tsconfig: "test/tsconfig.json", diagnostics: false },
    ],
  },
};
