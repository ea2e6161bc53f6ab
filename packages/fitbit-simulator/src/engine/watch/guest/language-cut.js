/**
 * Cuts the language down to what the watch's engine offers: ECMAScript 5.1, Promise, typed arrays, Map.
 * It comes last: the other files of the watch may use what it removes.
 */

(function (global) {
  var remove = Reflect.deleteProperty;

  function keep(on, names) {
    names = " " + names + " ";
    Object.getOwnPropertyNames(on).forEach(function (name) {
      if (names.indexOf(" " + name + " ") < 0) remove(on, name);
    });
  }

  keep(Array, "isArray prototype length name");
  keep(
    Array.prototype,
    "constructor length concat every filter forEach indexOf join lastIndexOf map pop push reduce " +
      "reduceRight reverse shift slice some sort splice toLocaleString toString unshift"
  );
  keep(String, "fromCharCode prototype length name");
  keep(
    String.prototype,
    "constructor length charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search " +
      "slice split substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase " +
      "trim valueOf"
  );
  keep(
    Number,
    "MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY prototype length name"
  );
  keep(
    Object,
    "create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyNames " +
      "getPrototypeOf isExtensible isFrozen isSealed keys preventExtensions prototype seal setPrototypeOf length name"
  );
  keep(
    Math,
    "E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow " +
      "random round sin sqrt tan"
  );
  keep(Map, "prototype length name");
  keep(Map.prototype, "constructor clear delete forEach get has set size");
  keep(Promise, "all race reject resolve prototype length name");
  keep(Promise.prototype, "constructor then catch");
  keep(
    RegExp.prototype,
    "constructor exec test toString compile global ignoreCase multiline source flags lastIndex"
  );
  keep(
    Object.getPrototypeOf(Uint8Array).prototype,
    "constructor buffer byteLength byteOffset copyWithin every fill filter find findIndex forEach indexOf " +
      "join lastIndexOf length map reduce reduceRight reverse set slice some sort subarray " +
      "toLocaleString toString"
  );
  keep(ArrayBuffer, "isView prototype length name");
  keep(ArrayBuffer.prototype, "constructor byteLength slice");
  keep(
    Date.prototype,
    Object.getOwnPropertyNames(Date.prototype)
      .filter(function (name) {
        return name !== "toTemporalInstant";
      })
      .join(" ")
  );
  keep(
    global,
    "Object Function Array String Boolean Number Date Math JSON RegExp Promise Map ArrayBuffer DataView NaN " +
      "Infinity undefined eval parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI " +
      "encodeURIComponent escape unescape setTimeout setInterval clearTimeout clearInterval console " +
      "requestAnimationFrame cancelAnimationFrame Int8Array Uint8Array Uint8ClampedArray Int16Array " +
      "Uint16Array Int32Array Uint32Array Float32Array Float64Array Error EvalError RangeError " +
      "ReferenceError SyntaxError TypeError URIError"
  );
})(globalThis);
