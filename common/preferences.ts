/**
 * What the wrist and the screen do during a session: each preference is on or
 * off, and is one row. The order is that of the settings page and of the
 * routine code. `bit` is the number of its bit in a packed routine's flags:
 * append only. A bit that is 0 has to mean what an app does that does not know
 * it, so a new preference is off by default.
 */
export const PREFERENCES = [
  {
    /** Its field in a routine, also in the JSON that people write. */
    name: "strength",
    bit: 4,
    off: "normal",
    on: "strong",
    /** True when it is on without anybody's choice. */
    initially: false,
    /** Its key in the settings; on is "true". */
    key: "strong",
    /** The section of the settings page, and the message of its switch. */
    section: "cues",
    label: "cue-strong",
  },
  {
    name: "repPulses",
    bit: 0,
    off: false,
    on: true,
    initially: true,
    key: "repPulses",
    section: "cues",
    label: "cue-reps",
  },
  {
    name: "halfway",
    bit: 1,
    off: false,
    on: true,
    initially: true,
    key: "halfway",
    section: "cues",
    label: "cue-halfway",
  },
  {
    name: "finalSeconds",
    bit: 2,
    off: false,
    on: true,
    initially: true,
    key: "finalSeconds",
    section: "cues",
    label: "cue-final",
  },
  {
    name: "keepScreenOn",
    bit: 3,
    off: false,
    on: true,
    initially: false,
    key: "keepScreenOn",
    section: "screen",
    label: "screen-on",
  },
  {
    name: "quietPause",
    bit: 5,
    off: false,
    on: true,
    initially: false,
    key: "quietPause",
    section: "cues",
    label: "cue-quiet-pause",
  },
  {
    name: "touchLock",
    bit: 6,
    off: false,
    on: true,
    initially: false,
    key: "touchLock",
    section: "screen",
    label: "screen-touch-lock",
  },
] as const;

/** One row of the table. */
export type Preference = (typeof PREFERENCES)[number];

/** The preferences of a routine by their names, each at one of its two values. */
export type Preferences = {
  [Row in Preference as Row["name"]]: Row["off"] | Row["on"];
};

/** Preferences that are on where `isOn` says so. */
export function preferencesWhere(
  isOn: (preference: Preference) => boolean,
): Preferences {
  const values: { [name: string]: Preference["off"] | Preference["on"] } = {};
  PREFERENCES.forEach((preference) => {
    values[preference.name] = isOn(preference) ? preference.on : preference.off;
  });
  return values as Preferences;
}

/** The preferences of somebody who has chosen none. */
export const DEFAULT_PREFERENCES: Preferences = preferencesWhere(
  (preference) => preference.initially,
);

/** True when a preference is at its value for on. */
export function isOn(
  preferences: Preferences,
  preference: Preference,
): boolean {
  return preferences[preference.name] === preference.on;
}
