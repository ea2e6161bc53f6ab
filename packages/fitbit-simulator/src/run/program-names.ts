import type { ProgramName } from "../engine";

/** The programs of a package, as sentences name them. */
export const PROGRAM_NAMES: Readonly<Record<ProgramName, string>> = {
  watch: "the app",
  companion: "the companion",
  settings: "the settings page",
};
