import { PHONE_TARGETS } from "./phone";
import { SETTINGS_TARGETS } from "./settings";
import { SIMULATOR_TARGETS } from "./simulator";
import type { Target } from "./target";
import { WATCH_TARGETS } from "./watch";
import { WIRE_TARGETS } from "./wire";

export type { Target } from "./target";

/** Every target, in the order of the table. */
export const TARGETS: readonly Target[] = [
  ...WIRE_TARGETS,
  ...WATCH_TARGETS,
  ...SETTINGS_TARGETS,
  ...PHONE_TARGETS,
  ...SIMULATOR_TARGETS,
];
