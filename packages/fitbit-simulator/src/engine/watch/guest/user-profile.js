/** `user-profile`: the wearer's age, size and heart. */
/* global define, fields */

var user = {
  heartRateZone: function (bpm) {
    return host("profile.zone", bpm);
  },
};
fields(
  user,
  "profile",
  "age bmr gender height maxHeartRate restingHeartRate weight"
);
Object.defineProperty(user, "stride", {
  get: function () {
    return {
      walk: host("profile.get", "walk"),
      run: host("profile.get", "run"),
    };
  },
});
define("user-profile", { user: user });
