/**
 * `geolocation`: where watch or phone are. The first position takes two seconds, further ones come
 * once a second. Without the permission, or where no satellite is seen, the app is told of an error.
 */
/* global define, global, now */
/* exported position */

var FIRST_POSITION_MS = 2000;
var NEXT_POSITION_MS = 1000;

/** The timers of requests by number. */
var requests = {};
var lastRequest = 0;

function PositionError(code, message) {
  this.code = code;
  this.message = message;
}
PositionError.prototype.PERMISSION_DENIED = 1;
PositionError.prototype.POSITION_UNAVAILABLE = 2;
PositionError.prototype.TIMEOUT = 3;

/** The position as the program gets it, or a PositionError. */
function position() {
  var text = host("location.get"),
    place = text === undefined ? undefined : JSON.parse(text);
  if (place === undefined) {
    return new PositionError(
      1,
      "the permission access_location is not granted"
    );
  }
  if (place === null) return new PositionError(2, "there is no position here");
  function known(name) {
    return place[name] === undefined ? null : place[name];
  }
  return {
    coords: {
      latitude: place.latitude,
      longitude: place.longitude,
      accuracy: place.accuracy,
      altitude: known("altitude"),
      altitudeAccuracy: place.altitude === undefined ? null : place.accuracy,
      heading: known("heading"),
      speed: known("speed"),
    },
    timestamp: now,
  };
}

/** Asks for one position, or for positions until they are stopped. */
function locate(again) {
  return function (success, failure, options) {
    if (typeof success !== "function") {
      throw new TypeError("a position needs a function to go to");
    }
    var number = ++lastRequest,
      patience = options && options.timeout;
    function tell() {
      var found = position(),
        failed = found instanceof PositionError;
      if (!again) delete requests[number];
      else requests[number] = global.setTimeout(tell, NEXT_POSITION_MS);
      if (failed && failure) failure(found);
      else if (!failed) success(found);
    }
    function giveUp() {
      delete requests[number];
      if (failure) failure(new PositionError(3, "no position came in time"));
    }
    requests[number] =
      patience < FIRST_POSITION_MS
        ? global.setTimeout(giveUp, patience)
        : global.setTimeout(
            tell,
            position().code === 1 ? 0 : FIRST_POSITION_MS
          );
    return again ? number : undefined;
  };
}

define("geolocation", {
  geolocation: {
    getCurrentPosition: locate(false),
    watchPosition: locate(true),
    clearWatch: function (number) {
      global.clearTimeout(requests[number]);
      delete requests[number];
    },
  },
});
