import type { Operations, WorldContext } from "../context";

/** What programs of the phone learn of its language and its clock. */
export function preferenceOperations({
  locale,
  clockDisplay,
}: Pick<WorldContext, "locale" | "clockDisplay">): Operations {
  return {
    "preference.get": (name) =>
      name === "clockDisplay" ? clockDisplay : locale,
  };
}
