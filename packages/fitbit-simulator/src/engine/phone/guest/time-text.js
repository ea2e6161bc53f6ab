/** How the phone writes a time of day: its clock counts to 12 or to 24. */

(function () {
  var proto = Date.prototype,
    plain = proto.toLocaleTimeString;

  proto.toLocaleTimeString = function () {
    var text = plain.call(this),
      hour = Number(text.slice(0, 2));
    if (host("preference.get", "clockDisplay") !== "12h") return text;
    return (hour % 12 || 12) + text.slice(2) + (hour < 12 ? " AM" : " PM");
  };
})();
