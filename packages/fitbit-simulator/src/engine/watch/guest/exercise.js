/** `exercise`: an activity that the watch records. */
/* global define, emit, entries, fields, parsed, target */

var exercise = target({
  start: function (type) {
    host("exercise.do", "start", String(type));
  },
  pause: function () {
    host("exercise.do", "pause");
  },
  resume: function () {
    host("exercise.do", "resume");
  },
  stop: function () {
    host("exercise.do", "stop");
  },
  splitLap: function () {
    return parsed("exercise.lap");
  },
});
fields(exercise, "exercise", "state type");
Object.defineProperty(exercise, "stats", {
  get: function () {
    return parsed("exercise.stats", false);
  },
});
Object.defineProperty(exercise, "currentLapStats", {
  get: function () {
    return parsed("exercise.stats", true);
  },
});
Object.defineProperty(exercise, "startDate", {
  get: function () {
    var ms = host("exercise.get", "startDate");
    return ms === undefined ? undefined : new Date(ms);
  },
});
define("exercise", { exercise: exercise }, exercise);
entries.exercise = function () {
  emit(exercise, "statechange");
};
