import type { Setup, SetupChange } from "./protocol";

/** A setup with one thing changed. */
export function changed(setup: Setup, change: SetupChange): Setup {
  if (!("permission" in change)) return { ...setup, ...change };
  const others = setup.refused.filter((name) => name !== change.permission);
  const refused = change.granted ? others : [...others, change.permission];
  return { ...setup, refused };
}
