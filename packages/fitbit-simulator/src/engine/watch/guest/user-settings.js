/** `user-settings`: what the wearer prefers. */
/* global define, fields */

define("user-settings", {
  preferences: fields({}, "preference", "clockDisplay firstDayOfWeek"),
  locale: fields({}, "preference", "language"),
  units: fields(
    {},
    "preference",
    "bodyWeight distance height speed temperature volume weight"
  ),
  exercise: fields({}, "preference", "poolLength"),
});
