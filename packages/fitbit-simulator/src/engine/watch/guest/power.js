/** `power`: the battery and its charger. */
/* global define, emit, entries, fields, target */

var battery = fields(target({}), "power", "chargeLevel charging timeUntilFull");
var charger = fields(target({}), "power", "connected powerIsGood");
define("power", { battery: battery, charger: charger });
entries.power = function () {
  emit(battery, "change");
  emit(charger, "change");
};
