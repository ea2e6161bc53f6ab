/** Guest source: modules that look at the wearer: sensors, activity, profile, power, exercise. */
export const guestBody = /* js */ `
var sensors = {}, lastSensor = 0;
function sensor(module, name, keys, batched) {
  function Sensor(options) {
    this.options = options || {};
    this.timestamp = null;
    this.activated = false;
    for (var i = 0; i < keys.length; i++) this[keys[i]] = null;
  }
  Sensor.prototype = Object.create(Target.prototype);
  Sensor.prototype.start = function () {
    if (this.activated) return;
    this.activated = true;
    this.number = ++lastSensor;
    sensors[this.number] = this;
    host("sensor.start", this.number, module, Number(this.options.frequency) || 0, Number(this.options.batch) || 0);
  };
  Sensor.prototype.stop = function () {
    if (!this.activated) return;
    this.activated = false;
    delete sensors[this.number];
    host("sensor.stop", this.number);
  };
  Sensor.prototype.setOptions = function (options) {
    var active = this.activated;
    this.stop();
    this.options = options || {};
    if (active) this.start();
  };
  Sensor.prototype.read = function (timestamp, values, count) {
    this.timestamp = timestamp;
    for (var i = 0; i < keys.length; i++) this[keys[i]] = keys[i] === "present" ? values[i] === 1 : keys[i] === "quaternion" ? values : values[i];
    if (batched && count > 1) this.readings = batch(keys, timestamp, values, count);
    emit(this, "reading");
  };
  var exports = {};
  Object.defineProperty(exports, name, { enumerable: true, get: function () { return host("sensor.has", module) ? Sensor : undefined; } });
  define(module, exports);
}
function batch(keys, timestamp, values, count) {
  var readings = { timestamp: new Float64Array(count) };
  for (var k = 0; k < keys.length; k++) {
    readings[keys[k]] = new Float32Array(count);
    for (var i = 0; i < count; i++) readings[keys[k]][i] = values[k];
  }
  for (var j = 0; j < count; j++) readings.timestamp[j] = timestamp;
  return readings;
}
sensor("heart-rate", "HeartRateSensor", ["heartRate"], true);
sensor("body-presence", "BodyPresenceSensor", ["present"]);
sensor("accelerometer", "Accelerometer", ["x", "y", "z"], true);
sensor("gyroscope", "Gyroscope", ["x", "y", "z"], true);
sensor("barometer", "Barometer", ["pressure"], true);
sensor("orientation", "OrientationSensor", ["quaternion"]);
entries.sensor = function (number, timestamp, values, count) {
  if (sensors[number]) sensors[number].read(timestamp, JSON.parse(values), count);
};

var battery = fields(target({}), "power", "chargeLevel charging timeUntilFull");
var charger = fields(target({}), "power", "connected powerIsGood");
define("power", { battery: battery, charger: charger });
entries.power = function () { emit(battery, "change"); emit(charger, "change"); };

var measures = "steps calories distance elevationGain activeZoneMinutes";
function activity(period) {
  var it = target({});
  measures.split(" ").forEach(function (name) {
    Object.defineProperty(it, name, { enumerable: true, get: function () { return parsed("activity", period, name); } });
  });
  return it;
}
function history(period, most) {
  return { maxRecordCount: most, query: function (options) { return parsed("activity.history", period, options && options.limit || most); } };
}
var today = activity("today"), goals = activity("goals"), week = activity("week"), weekGoals = activity("weekGoals");
entries.reachgoal = function (period) { emit(period === "week" ? weekGoals : goals, "reachgoal"); };
define("user-activity", {
  today: { adjusted: today, local: today },
  goals: goals,
  week: { adjusted: week, local: week },
  weekGoals: weekGoals,
  dayHistory: history("day", 7),
  minuteHistory: history("minute", 60),
  primaryGoal: "steps"
});
define("user-profile", { user: Object.defineProperty(
  fields({ heartRateZone: function (bpm) { return host("profile.zone", bpm); } }, "profile", "age bmr gender height maxHeartRate restingHeartRate weight"),
  "stride", { get: function () { return { walk: host("profile.get", "walk"), run: host("profile.get", "run") }; } }
) });
var sleep = fields(target({}), "sleep", "state");
define("sleep", { sleep: sleep }, sleep);
entries.sleep = function () { emit(sleep, "change"); };

var exercise = fields(target({
  start: function (type, options) { host("exercise.do", "start", String(type)); },
  pause: function () { host("exercise.do", "pause"); },
  resume: function () { host("exercise.do", "resume"); },
  stop: function () { host("exercise.do", "stop"); },
  splitLap: function () { return parsed("exercise.lap"); }
}), "exercise", "state type");
Object.defineProperty(exercise, "stats", { get: function () { return parsed("exercise.stats", false); } });
Object.defineProperty(exercise, "currentLapStats", { get: function () { return parsed("exercise.stats", true); } });
Object.defineProperty(exercise, "startDate", { get: function () { var ms = host("exercise.get", "startDate"); return ms === undefined ? undefined : new Date(ms); } });
define("exercise", { exercise: exercise }, exercise);
entries.exercise = function () { emit(exercise, "statechange"); };
`;
