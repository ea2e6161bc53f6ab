/** The sensors, each a module of its own: `heart-rate`, `accelerometer` and so on. */
/* global define, emit, entries, Target */

/** Sensors that run, by number. */
var sensors = {};
var lastSensor = 0;

/** Defines a module with one sensor whose readings have these keys. */
function defineSensor(module, name, keys, batched) {
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
    var frequency = Number(this.options.frequency) || 0,
      batch = Number(this.options.batch) || 0;
    host("sensor.start", this.number, module, frequency, batch);
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
    for (var i = 0; i < keys.length; i++)
      this[keys[i]] = reading(keys[i], values, i);
    this.last = [timestamp, values, count];
    emit(this, "reading");
  };
  // Made when asked for: most apps do not ask.
  if (batched)
    Object.defineProperty(Sensor.prototype, "readings", {
      get: function () {
        var last = this.last || [0, [], 0];
        return batchOf(keys, last[0], last[1], last[2]);
      },
    });
  // `import Name from` gives the class itself.
  Sensor[name] = Sensor;
  var exports = {};
  function offered() {
    return host("sensor.has", module) ? Sensor : undefined;
  }
  Object.defineProperty(exports, name, {
    enumerable: true,
    get: offered,
  });
  define(module, exports);
  Object.defineProperty(exports, "default", {
    get: function () {
      return offered() || exports;
    },
  });
}

function reading(key, values, at) {
  if (key === "present") return values[at] === 1;
  return key === "quaternion" ? values : values[at];
}

/** A batch of `count` readings, all alike. */
function batchOf(keys, timestamp, values, count) {
  var readings = { timestamp: new Float64Array(count) };
  for (var k = 0; k < keys.length; k++) {
    readings[keys[k]] = new Float32Array(count);
    for (var i = 0; i < count; i++) readings[keys[k]][i] = values[k];
  }
  for (var j = 0; j < count; j++) readings.timestamp[j] = timestamp;
  return readings;
}

defineSensor("heart-rate", "HeartRateSensor", ["heartRate"], true);
defineSensor("body-presence", "BodyPresenceSensor", ["present"]);
defineSensor("accelerometer", "Accelerometer", ["x", "y", "z"], true);
defineSensor("gyroscope", "Gyroscope", ["x", "y", "z"], true);
defineSensor("barometer", "Barometer", ["pressure"], true);
defineSensor("orientation", "OrientationSensor", ["quaternion"]);

entries.sensor = function (number, timestamp, values, count) {
  if (sensors[number])
    sensors[number].read(timestamp, JSON.parse(values), count);
};
