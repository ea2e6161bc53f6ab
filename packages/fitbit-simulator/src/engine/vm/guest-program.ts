import { guestText } from "./guest-text";

/** What every program has around it, on watch and phone. */
const CORE = [
  "vm/guest/program.js",
  "vm/guest/date.js",
  "vm/guest/values.js",
  "vm/guest/events.js",
  "vm/guest/promises.js",
  "vm/guest/timers.js",
  "vm/guest/console.js",
  "vm/guest/fields.js",
  "vm/guest/array-guards.js",
];

/**
 * The guest's part of a program: the core's files and these, run one after the other in one scope.
 * @param files paths as {@link guestText} takes them, in the order in which they run
 * @returns what makes the source for `Sandbox.boot`, by the minutes that the zone is east of Greenwich
 */
export function guestProgram(
  files: readonly string[],
): (zoneMinutes: number) => string {
  let text: string | undefined;
  return (zoneMinutes) => {
    text ??= [...CORE, ...files].map(guestText).join("\n");
    return `(function (host) {"use strict";
var zone = ${zoneMinutes};
${text}
return enter;
})`;
  };
}
