/** `user-settings` on the phone: its language. */
/* global define, fields */

define("user-settings", { locale: fields({}, "preference", "language") });
