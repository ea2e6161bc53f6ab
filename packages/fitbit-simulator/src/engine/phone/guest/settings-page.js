/** The settings page: drawn as plain data, with numbers in place of its functions. */
/* global entries, global, PageNode, storage */

var settingsStorage = storage("settings");

/** The function that draws the page, once the package has registered it. */
var renderPage;

/** The functions among the properties of the page as it was drawn last, by number. */
var functions = [];

global.registerSettingsPage = function (render) {
  renderPage = render;
};

/** Adds children as plain data: lists and fragments are opened, what shows nothing is left out. */
function addChildren(children, into) {
  children.forEach(function (child) {
    if (Array.isArray(child)) addChildren(child, into);
    else if (child instanceof PageNode) {
      if (child.component === "Fragment") addChildren(child.children, into);
      else into.push(plain(child));
    } else if (
      child !== null &&
      child !== undefined &&
      typeof child !== "boolean"
    ) {
      into.push(String(child));
    }
  });
  return into;
}

function plain(value) {
  if (typeof value === "function") return { fn: functions.push(value) - 1 };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  var isNode = value instanceof PageNode,
    from = isNode ? value.props : value,
    out = {};
  Object.keys(from).forEach(function (name) {
    if (name !== "children") out[name] = plain(from[name]);
  });
  if (!isNode) return out;
  return {
    component: value.component,
    props: out,
    children: addChildren(value.children, []),
  };
}

entries.render = function () {
  if (!renderPage) return undefined;
  functions = [];
  var settings = JSON.parse(host("storage.entries", "settings")),
    page = renderPage({ settings: settings, settingsStorage: settingsStorage });
  return JSON.stringify(addChildren([page], []));
};
entries.call = function (number, args) {
  var it = functions[number];
  if (!it) throw new Error("there is no function " + number + " on the page");
  var result = it.apply(undefined, JSON.parse(args));
  return result === undefined ? undefined : JSON.stringify(plain(result));
};
entries.unload = function () {};
