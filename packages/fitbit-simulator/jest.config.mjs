// The simulator's own tests, as the root runs them, without a build of the app before them.
import { fileURLToPath, URL } from "node:url";
import root from "../../jest.config.cjs";

const rootDir = fileURLToPath(new URL("../..", import.meta.url));
const tests = "<rootDir>/packages/fitbit-simulator/test";

/** @type {import("jest").Config} */
export default {
  ...root,
  projects: root.projects.map((project) => ({
    ...project,
    rootDir,
    roots: [tests],
    globalSetup:
      project.displayName === "built"
        ? `${tests}/support/built-setup.ts`
        : undefined,
  })),
};
