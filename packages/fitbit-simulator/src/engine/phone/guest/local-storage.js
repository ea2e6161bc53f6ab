/** `local-storage`: the companion's own storage. */
/* global define, global, storage */

global.localStorage = storage("local");
define("local-storage", { localStorage: global.localStorage });
