import { guestArrayGuards, guestClock } from "../../vm/guest/library";
import { guestRuntime } from "../../vm/guest/runtime";
import { guestValues } from "../../vm/guest/values";
import { guestPhone } from "./phone";

const guestSettings = /* js */ `
var settingsStorage = storage("settings"), page, functions = [];
function Node(component, props, children) { this.component = component; this.props = props; this.children = children; }
("Page Section Text Link TextImageRow Button Fragment Toggle Slider TextInput Select AdditiveList ColorSelect ImagePicker Oauth StravaLogin").split(" ").forEach(function (name) {
  var component = function (props) { return new Node(name, props || {}, []); };
  component.platform = name;
  global[name] = component;
});
global.createComponent = function (type, props) {
  var children = Array.prototype.slice.call(arguments, 2);
  if (typeof type !== "function") {
    host("missing", "function", "component " + String(type));
    return new Node(String(type), props || {}, children);
  }
  if (type.platform) return new Node(type.platform, props || {}, children.length || !props || props.children === undefined ? children : [props.children]);
  return type(Object.assign({}, props, children.length ? { children: children.length === 1 ? children[0] : children } : {}));
};
global.registerSettingsPage = function (render) { page = render; };
function list(children, into) {
  children.forEach(function (child) {
    if (Array.isArray(child)) list(child, into);
    else if (child instanceof Node) {
      if (child.component === "Fragment") list(child.children, into);
      else into.push(plain(child));
    } else if (child !== null && child !== undefined && typeof child !== "boolean") into.push(String(child));
  });
  return into;
}
function plain(value) {
  if (typeof value === "function") return { fn: functions.push(value) - 1 };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  var out = {}, from = value instanceof Node ? value.props : value;
  Object.keys(from).forEach(function (name) { if (name !== "children") out[name] = plain(from[name]); });
  return value instanceof Node ? { component: value.component, props: out, children: list(value.children, []) } : out;
}
entries.render = function () {
  if (!page) return undefined;
  functions = [];
  return JSON.stringify(list([page({ settings: JSON.parse(host("storage.entries", "settings")), settingsStorage: settingsStorage })], []));
};
entries.call = function (number, args) {
  var it = functions[number];
  if (!it) throw new Error("there is no function " + number + " on the page");
  var result = it.apply(undefined, JSON.parse(args));
  return result === undefined ? undefined : JSON.stringify(plain(result));
};
entries.unload = function () {};
global.fetch = function (address) {
  host("missing", "function", "fetch");
  return Promise.reject(new TypeError("this host has no network: " + address));
};
`;

/** The host's part of the settings page, for `Sandbox.boot`. */
export function settingsGuest(zoneMinutes: number): string {
  return `(function (host) {"use strict";
${guestClock}
zone = ${zoneMinutes};
${guestValues}
${guestRuntime}
${guestPhone}
${guestArrayGuards}
${guestSettings}
return enter;
})`;
}
