/** `user-activity`: what the wearer did today, this week and before, and the goals. */
/* global define, emit, entries, parsed, target */

/** The measures of a period; each is read when it is asked for. */
function activityOf(period) {
  var it = target({});
  "steps calories distance elevationGain activeZoneMinutes"
    .split(" ")
    .forEach(function (name) {
      Object.defineProperty(it, name, {
        enumerable: true,
        configurable: true,
        get: function () {
          return parsed("activity", period, name);
        },
      });
    });
  return it;
}

function historyOf(period, most) {
  return {
    maxRecordCount: most,
    query: function (options) {
      return parsed(
        "activity.history",
        period,
        (options && options.limit) || most
      );
    },
  };
}

var activityToday = activityOf("today");
var activityGoals = activityOf("goals");
var activityWeek = activityOf("week");
var activityWeekGoals = activityOf("weekGoals");
define("user-activity", {
  today: { adjusted: activityToday, local: activityToday },
  goals: activityGoals,
  week: { adjusted: activityWeek, local: activityWeek },
  weekGoals: activityWeekGoals,
  dayHistory: historyOf("day", 7),
  minuteHistory: historyOf("minute", 60),
  primaryGoal: "steps",
});
entries.reachgoal = function (period) {
  emit(period === "week" ? activityWeekGoals : activityGoals, "reachgoal");
};
