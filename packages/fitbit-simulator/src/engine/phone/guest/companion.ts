import type { Intrinsics } from "quickjs-emscripten";
import { guestArrayGuards, guestClock } from "../../vm/guest/library";
import { guestGeolocation } from "../../vm/guest/geolocation";
import { guestPeer } from "../../vm/guest/peer";
import { guestRuntime } from "../../vm/guest/runtime";
import { guestValues } from "../../vm/guest/values";
import { guestPhone } from "./phone";

/** The phone's engines are today's. */
export const phoneIntrinsics: Intrinsics = {
  BaseObjects: true,
  Date: true,
  Eval: true,
  StringNormalize: true,
  RegExp: true,
  RegExpCompiler: true,
  JSON: true,
  Proxy: true,
  MapSet: true,
  TypedArrays: true,
  Promise: true,
  BigInt: true,
};

const guestCompanion = /* js */ `
var me = fields(target({ permissions: { granted: function (name) { return host("permission", String(name)); } }, yield: function () { host("yield"); } }), "companion", "applicationId buildId");
fields(me, "companion", "wakeInterval monitorSignificantLocationChanges", true);
Object.defineProperty(me, "launchReasons", { get: function () {
  var reasons = JSON.parse(host("companion.get", "launchReasons"));
  if (reasons.locationChanged) reasons.locationChanged = { position: position() };
  return reasons;
} });
me.host = { app: { name: "Fitbit", version: "4.0" }, os: { name: "Android", version: "14" } };
define("companion", { me: me }, me);
entries.locationchange = function () { emit(me, "significantlocationchange", event("significantlocationchange", { position: position() })); };
entries.unload = function () { emit(me, "unload"); };
entries.wakeinterval = function () { emit(me, "wakeinterval"); };

var settingsStorage = storage("settings");
define("settings", { settingsStorage: settingsStorage });
entries.storage = function (key, oldValue, newValue) {
  emit(settingsStorage, "change", event("change", { key: key, oldValue: oldValue, newValue: newValue }));
};
global.localStorage = storage("local");
define("local-storage", { localStorage: global.localStorage });

var transfers = {};
function Transfer(number, name) { this.number = number; this.name = name; transfers[number] = this; }
Transfer.prototype = Object.create(Target.prototype);
Object.defineProperty(Transfer.prototype, "readyState", { get: function () { return host("outbox.state", this.number); } });
Transfer.prototype.cancel = function () { host("outbox.cancel", this.number); };
function transfer(entry) { var at = entry.indexOf(":"), number = entry.slice(0, at); return transfers[number] || new Transfer(Number(number), entry.slice(at + 1)); }
function Received(name, bytes) { this.name = name; this.length = bytes.byteLength; this.bodyUsed = false; Object.defineProperty(this, "#", { value: bytes }); }
function body(read) {
  return function () {
    this.bodyUsed = true;
    var bytes = this["#"];
    return new Promise(function (resolve) { resolve(read(bytes)); });
  };
}
function text(bytes) { return host("utf8", bytes); }
Received.prototype.arrayBuffer = body(function (bytes) { return bytes.slice(0); });
Received.prototype.text = body(text);
Received.prototype.json = body(function (bytes) { return JSON.parse(text(bytes)); });
Received.prototype.cbor = body(function (bytes) { return unpack(host("cbor.decode", bytes)); });
var inbox = target({ pop: function () {
  return new Promise(function (resolve) {
    var name = host("inbox.peek");
    resolve(name === undefined ? undefined : new Received(name, own(host("inbox.pop"))));
  });
} });
define("file-transfer", {
  inbox: inbox,
  outbox: {
    enqueue: function (name, data) { return new Promise(function (resolve) { resolve(transfer(host("outbox.enqueue", bytesOf(data), String(name)))); }); },
    enumerate: function () { return Promise.resolve(JSON.parse(host("outbox.list")).map(transfer)); }
  }
});
entries.transfer = function (number, over) {
  var it = transfers[number];
  if (over) delete transfers[number];
  if (it) emit(it, "change");
};
entries.newfile = function () { emit(inbox, "newfile"); };

var peer = peerSocket();
define("messaging", { peerSocket: peer });
var peerApp = fields(target({}), "peerApp", "readyState");
function watchDevice(names) {
  var it = fields(target({}), "device", "modelId modelName type " + names);
  Object.defineProperty(it, "screen", { enumerable: true, get: function () { return { width: host("device.get", "width"), height: host("device.get", "height") }; } });
  Object.defineProperty(it, "lastSyncTime", { enumerable: true, get: function () { return new Date(host("device.get", "lastSyncTime")); } });
  return it;
}
define("peer", { app: peerApp, device: watchDevice("batteryLevel") });
entries.peerApp = function () { emit(peerApp, "readystatechange"); };
define("device", { me: watchDevice("") });
define("cbor", {
  encode: function (value) { return own(host("cbor.encode", pack(value))); },
  decode: function (data) { return unpack(host("cbor.decode", bytesOf(data))); }
});
define("crypto", { getRandomValues: randomValues });
global.fetch = function (address) {
  host("missing", "function", "fetch");
  return Promise.reject(new TypeError("this host has no network: " + address));
};
global.WebSocket = function () { host("missing", "function", "WebSocket"); throw new Error("this host has no network"); };
`;

/** The host's part of the companion, for `Sandbox.boot`. */
export function companionGuest(zoneMinutes: number): string {
  return `(function (host) {"use strict";
${guestClock}
zone = ${zoneMinutes};
${guestValues}
${guestRuntime}
${guestPeer}
${guestPhone}
${guestArrayGuards}
${guestGeolocation}
${guestCompanion}
return enter;
})`;
}
