/**
 * Guest source: where watch or phone are. The first position takes a while, further ones come once
 * a second; without the permission, or where no satellite is seen, the app is told of an error.
 */
export const guestGeolocation = /* js */ `
var positions = {}, lastPosition = 0;
function PositionError(code, message) { this.code = code; this.message = message; }
PositionError.prototype.PERMISSION_DENIED = 1;
PositionError.prototype.POSITION_UNAVAILABLE = 2;
PositionError.prototype.TIMEOUT = 3;
function position() {
  var text = host("location.get"), place = text === undefined ? undefined : JSON.parse(text);
  if (place === undefined) return new PositionError(1, "the permission access_location is not granted");
  if (place === null) return new PositionError(2, "there is no position here");
  function known(name) { return place[name] === undefined ? null : place[name]; }
  return {
    coords: {
      latitude: place.latitude, longitude: place.longitude, accuracy: place.accuracy,
      altitude: known("altitude"), altitudeAccuracy: place.altitude === undefined ? null : place.accuracy,
      heading: known("heading"), speed: known("speed")
    },
    timestamp: now
  };
}
function locate(again) {
  return function (success, failure, options) {
    if (typeof success !== "function") throw new TypeError("a position needs a function to go to");
    var number = ++lastPosition, patience = options && options.timeout, wait = 2000;
    function tell() {
      var found = position(), failed = found instanceof PositionError;
      if (!again) delete positions[number];
      else positions[number] = global.setTimeout(tell, 1000);
      if (failed && failure) failure(found);
      else if (!failed) success(found);
    }
    positions[number] = patience < wait
      ? global.setTimeout(function () { delete positions[number]; if (failure) failure(new PositionError(3, "no position came in time")); }, patience)
      : global.setTimeout(tell, position().code === 1 ? 0 : wait);
    return again ? number : undefined;
  };
}
define("geolocation", { geolocation: {
  getCurrentPosition: locate(false),
  watchPosition: locate(true),
  clearWatch: function (number) { global.clearTimeout(positions[number]); delete positions[number]; }
} });
`;
