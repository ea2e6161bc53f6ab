import { inlinePackageBytes } from "../../src/testing/inline-package";
import type { HostilePackage } from "./hostile-packages";

/** A settings page that draws `page`, with `many(count, make)` for lists. */
function settings(page: string): string {
  return `function many(count, make) { var all = []; for (var i = 0; i < count; i++) all.push(make(i)); return all; }
    function part(name, props) { return createComponent(name, props); }
    function text(i) { return createComponent(Text, null, "f" + i); }
    registerSettingsPage(function (props) { return createComponent(Page, null, ${page}); });`;
}

const OPTIONS = `{ options: many(1000, function (i) { return { name: "o" + i }; }) }`;
/** Stores a list of so many items, once. */
const STORED = `(props.settings.all || props.settingsStorage.setItem("all", JSON.stringify(many(300000, function () { return { name: "x" }; }))))`;

const PAGES: Readonly<Record<string, string>> = {
  "80,000 fields": `many(80000, text)`,
  "a million nodes": `many(1000, function () { return createComponent(Section, null, many(1000, text)); })`,
  "300 lists of 1,000 options": `many(300, function () { return part(Select, ${OPTIONS}); })`,
  "60 lists of which one can choose several of 1,000 options": `many(60, function () { return part(Select, Object.assign({ multiple: true }, ${OPTIONS})); })`,
  "40 lists of 200 options that are drawn with 500 parts each": `many(40, function () { return part(Select, Object.assign({ renderItem: function () { return createComponent(Section, null, many(500, text)); } }, ${OPTIONS})); })`,
  "200 rows of 1,000 colours": `many(200, function () { return part(ColorSelect, { colors: many(1000, function () { return { color: "red" }; }) }); })`,
  "a stored list of 300,000 items": `(${STORED}, part(AdditiveList, { settingsKey: "all" }))`,
  "a text of 6 million characters": `createComponent(Text, null, many(6e6, function (i) { return i % 9 ? "x" : " "; }).join(""))`,
  "titles of 6 million characters": `many(6, function () { return part(Section, { title: new Array(1e6).join("x") }); })`,
  "a picture that is a drawing without end": `part(TextImageRow, { icon: "data:image/svg+xml," + encodeURIComponent("<svg xmlns='http://www.w3.org/2000/svg'><filter id='f'>" + new Array(2000).join("<feGaussianBlur stdDeviation='200'/>") + "</filter><rect width='9999' height='9999' filter='url(#f)'/></svg>") })`,
};

/** Elements of a view, each of which moves. */
function moving(count: number): string {
  const one = `<rect width="9" height="9" fill="red"><animate attributeName="x" from="0" to="300" dur="9" begin="load" repeatCount="indefinite"/></rect>`;
  return `<svg>${one.repeat(count)}</svg>`;
}

/** Packages that show more than a page can: each has to stay something that a page can show. */
export function greedyPackages(): HostilePackage[] {
  const one = (
    what: string,
    parts: Parameters<typeof inlinePackageBytes>[0],
  ): HostilePackage => ({ what, bytes: inlinePackageBytes(parts) });
  const names = (count: number, value: unknown) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`n${i}`, value]),
    );
  return [
    ...Object.entries(PAGES).map(([what, page]) =>
      one(what, { settings: settings(page) }),
    ),
    one("100,000 permissions", {
      permissions: Array.from({ length: 100_000 }, (_, i) => `access_p${i}`),
    }),
    one("100,000 watch models", {
      outer: {
        components: {
          watch: names(100_000, { filename: "device-atlas.zip" }),
          companion: { filename: "companion.zip" },
        },
      },
    }),
    one("a name of 20 MB", { device: { name: "n ".repeat(5_000_000) } }),
    one("an error of 30 KB", {
      app: `throw new Error(new Array(30000).join("e"));`,
    }),
    one("4,900 elements that move", { view: moving(4900) }),
    one("texts that change at each frame", {
      view: `<svg>${Array.from({ length: 900 }, (_, i) => `<text id="t${i}" x="5" y="9">x</text>`).join("")}</svg>`,
      app: `var document = require("document").default, n = 0;
        setInterval(function () { for (var i = 0; i < 900; i++) document.getElementById("t" + i).text = (n++) + new Array(500).join("w"); }, 20);`,
    }),
    one("2,000 modules that are missing", {
      app: `for (var i = 0; i < 2000; i++) { try { require("m" + i + new Array(3000).join("m")); } catch (e) {} }`,
    }),
    one("999 long lines each millisecond", {
      app: `var line = new Array(3000).join("l "); setInterval(function () { for (var i = 0; i < 999; i++) console.log(line); }, 1);`,
    }),
    one("settings with keys of a megabyte", {
      settings: `var key = new Array(1e6).join("k"); for (var i = 0; i < 20; i++) settingsStorageOf(i);
        function settingsStorageOf(i) { }
        registerSettingsPage(function (props) { for (var i = 0; i < 4; i++) props.settingsStorage.setItem(key + i + Math.random(), "x"); return createComponent(Text, null, "x"); });`,
    }),
  ];
}
