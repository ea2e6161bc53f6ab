// The simulator's own tests, as the root runs them, without a build of the app around it.
const { resolve } = require("node:path");
const { projects, ...rest } = require("../../jest.config.cjs");

const SETUPS = {
  built: "<rootDir>/packages/fitbit-simulator/test/support/built-setup.ts",
};

/** @type {import("jest").Config} */
module.exports = {
  ...rest,
  projects: projects.map((project) => ({
    ...project,
    rootDir: resolve(__dirname, "../.."),
    roots: ["<rootDir>/packages/fitbit-simulator/test"],
    globalSetup: SETUPS[project.displayName],
  })),
};
