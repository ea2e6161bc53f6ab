/** How the watch's engine, JerryScript up to 2.4, writes dates and times of day. */

(function () {
  var proto = Date.prototype;

  function digits(number, count) {
    var text = String(number);
    while (text.length < count) text = "0" + text;
    return text;
  }

  function said(write) {
    return function () {
      return isNaN(this.getTime()) ? "Invalid Date" : write(this);
    };
  }

  proto.toTimeString = proto.toLocaleTimeString = said(function (date) {
    return (
      digits(date.getHours(), 2) +
      ":" +
      digits(date.getMinutes(), 2) +
      ":" +
      digits(date.getSeconds(), 2) +
      "." +
      digits(date.getMilliseconds(), 3)
    );
  });
  var plain = proto.toString;
  proto.toLocaleString = function () {
    return plain.call(this);
  };
  proto.toDateString = proto.toLocaleDateString = said(function (date) {
    return (
      digits(date.getFullYear(), 4) +
      "-" +
      digits(date.getMonth() + 1, 2) +
      "-" +
      digits(date.getDate(), 2)
    );
  });
})();
