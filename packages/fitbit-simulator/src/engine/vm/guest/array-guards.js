/**
 * Array methods refuse lengths that no heap here can hold. They walk holes natively, where the engine
 * does not ask whether to go on, so `[].indexOf.call({ length: 4e9 })` would hang the simulator.
 * So would a search for half of a huge text in that text.
 */

(function (apply) {
  var MOST_ELEMENTS = 5000000;
  /** Of the lengths of both texts, multiplied. */
  var MOST_COMPARISONS = 4e9;

  function guard(proto, names, check) {
    names.split(" ").forEach(function (name) {
      var real = proto[name];
      if (!real) return;
      var guarded = function () {
        check(this, arguments);
        return apply(real, this, arguments);
      };
      Object.defineProperty(guarded, "length", {
        value: real.length,
        configurable: true,
      });
      Object.defineProperty(guarded, "name", {
        value: name,
        configurable: true,
      });
      Object.defineProperty(proto, name, {
        value: guarded,
        writable: true,
        configurable: true,
      });
    });
  }

  function checkLength(list) {
    if (list !== null && list !== undefined && list.length > MOST_ELEMENTS) {
      throw new RangeError("an array this long cannot be");
    }
  }

  guard(
    Array.prototype,
    "every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice " +
      "some sort splice toString toLocaleString unshift includes find findIndex findLast findLastIndex " +
      "fill flat flatMap copyWithin at",
    checkLength
  );
  guard(Array.prototype, "concat", function (list, others) {
    checkLength(list);
    for (var i = 0; i < others.length; i++) checkLength(others[i]);
  });
  guard(
    String.prototype,
    "indexOf lastIndexOf includes split replace replaceAll",
    function (text, args) {
      if (
        typeof args[0] === "string" &&
        args[0].length * text.length > MOST_COMPARISONS
      ) {
        throw new RangeError("this search would take too long");
      }
    }
  );
})(Reflect.apply);
