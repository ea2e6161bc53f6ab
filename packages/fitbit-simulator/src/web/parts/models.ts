/** The watches' names in the shops, by code name. */
const NAMES: Readonly<Record<string, string>> = {
  atlas: "Versa 3",
  vulcan: "Sense",
  rhea: "Sense 2",
  hera: "Versa 4",
};

/** What people call a watch model. */
export function modelName(target: string): string {
  return (Object.hasOwn(NAMES, target) && NAMES[target]) || target;
}
