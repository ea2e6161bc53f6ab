import fc from "fast-check";
import { JSON_WORDS } from "./settings";
import { drawSvg } from "../../../packages/fitbit-simulator/src/draw";
import { decodeTxi } from "../../../packages/fitbit-simulator/src/draw/txi";
import { MessageTable } from "../../../packages/fitbit-simulator/src/engine/package/languages";
import {
  readDeviceManifest,
  readPackageManifest,
  readPhoneManifest,
} from "../../../packages/fitbit-simulator/src/engine/package/manifest";
import {
  ViewError,
  loadView,
} from "../../../packages/fitbit-simulator/src/engine/view";
import { parseMarkup } from "../../../packages/fitbit-simulator/src/engine/view/markup";
import {
  Stylesheets,
  parseInlineStyle,
} from "../../../packages/fitbit-simulator/src/engine/view/stylesheet";
import { tilesOf } from "../../../packages/fitbit-simulator/src/engine/view/tiles";
import { bytesLike, textLike } from "../inputs";
import { Target, target, accepts } from "./target";
import { PackageError, openPackage } from "fitbit-simulator";
import * as corpus from "../corpus";

const MARKUP_WORDS = [
  "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
  "&a;",
  "&#0;",
  "<svg>",
  "</svg>",
  "<g>",
  '<use href="#',
  '<symbol id="',
  '<set href="',
  "<![CDATA[",
  "<!--",
  "<?xml?>",
  "100%-",
  "$",
  'xmlns:x="',
  '[100]"',
  '<link rel="stylesheet" href="',
  'href="/mnt/sysassets/widgets/tile_list_widget.defs"',
  'style="x: 1"',
  'length="',
  "1e308",
  "<script>",
];
const STYLE_WORDS = [
  "#a",
  ".b",
  ">",
  " ",
  "{",
  "}",
  "fill: red;",
  "@import ",
  "/*",
  "*/",
  ":not(",
  "url(",
  "!important",
  "\\",
  "'",
  "*",
];

/** A small package of views: a sheet and definitions besides the view itself. */
interface Views {
  view: string;
  definitions: string;
  sheet: string;
}

const VIEW = `<svg><defs><link rel="stylesheet" href="a.css"/><link rel="import" href="a.defs"/>
<link rel="import" href="/mnt/sysassets/widgets/tile_list_widget.defs"/></defs>
<g id="g" transform="translate(10,50%)"><use href="#s" id="u" x="50%-4" class="b"><set href="t" attributeName="text" to="x"/></use>
<text id="k" x="$+2" y="$ + 4" font-size="20">one</text><rect width="100%" height="$-2" style="fill: red"/></g>
<use href="#tile-list" id="l"><use href="#s" class="tile-list-item" id="i[9]"/></use>
<gradientRect width="3" gradient-x1="50%"/><arc start-angle="3" sweep-angle="90" arc-width="4"/><textarea width="50%">long text here</textarea></svg>`;
const DEFINITIONS = `<svg><defs><symbol id="s" href="#r"><text id="t" x="5"/></symbol><symbol id="r"><rect id="q" width="50%"/></symbol></defs></svg>`;
const SHEET = `text, #k { fill: fb-aqua; font-size: 30; } svg g > .b rect { x: $; } .b * { letter-spacing: 2; }`;

function anyViews(): fc.Arbitrary<Views> {
  const words = [
    ...MARKUP_WORDS,
    "<g/>",
    '<use href="#s"/>',
    '<text id="t" x="$-4" y="50%">a</text>',
    'height="$+2" ',
    'arrange="wheel" ',
    '<set href="t" attributeName="class" to="b"/>',
    "&lt;",
    "  ",
    "#r",
  ];
  return fc.record({
    view: textLike([VIEW], words, 2),
    definitions: textLike([DEFINITIONS], words, 1),
    sheet: textLike([SHEET], STYLE_WORDS, 3),
  });
}

function loadAndDraw({ view, definitions, sheet }: Views): void {
  const files = new Map([
    ["v", view],
    ["a.defs", definitions],
    ["a.css", sheet],
  ]);
  const tree = loadView({
    path: "v",
    read: (path) => files.get(path),
    screen: { width: 336, height: 336 },
  });
  for (const id of ["u", "k", "t", "q", "i"]) {
    const node = tree.byId(id);
    if (node === null) continue;
    const { x, y } = tree.box(node);
    if (Number.isNaN(x + y)) throw new Error(`${id} is nowhere`);
    tilesOf(tree, node)?.moveBy(50);
    node.set("class", "b");
  }
  const svg = drawSvg(tree, { image: () => undefined });
  if (/<script|NaN|&a;|javascript:/i.test(svg)) throw new Error(svg);
}

function resourcesOf(...endings: string[]): string[] {
  return corpus.resources(...endings).filter((text) => text.length < 4000);
}

/** The beginning of a sheet: a whole one costs more and finds no more. */
function brief(sheet: string): string {
  return sheet.slice(0, sheet.indexOf("}", 300) + 1);
}
/** What is in a package that a stranger made. */
export const SIMULATOR_TARGETS: readonly Target[] = [
  target(
    "view markup",
    () => textLike(resourcesOf(".view", ".defs"), MARKUP_WORDS),
    (source) => accepts(ViewError, () => parseMarkup("v", source)),
  ),
  target(
    "styles",
    () => textLike([SHEET, ...resourcesOf(".css").map(brief)], STYLE_WORDS),
    (source) => {
      const sheets = new Stylesheets();
      sheets.add("a.css", source);
      parseInlineStyle(source);
      const node = { id: "a", classNames: ["b"], parent: null };
      const parent = { ...node, tag: "g" };
      sheets.match({ ...node, tag: "text", parent });
      return sheets.notes.length === 0;
    },
  ),
  target("views", anyViews, (views) =>
    accepts(ViewError, () => loadAndDraw(views)),
  ),
  target(
    "images (TXI)",
    () => bytesLike(corpus.images()),
    (bytes) => decodeTxi(bytes) !== undefined,
  ),
  target(
    "compiled strings",
    () => bytesLike(corpus.stringTables()),
    (bytes) => new MessageTable(bytes).get("Start") !== undefined,
  ),
  target(
    "manifests",
    () => textLike(corpus.manifests(), [...JSON_WORDS, '"heapSize":', '"w":']),
    (text) =>
      [readPackageManifest, readDeviceManifest, readPhoneManifest]
        .map((read) => accepts(PackageError, () => read(text, "x")))
        .some((one) => one),
  ),
  target(
    "package (zip)",
    () => bytesLike(corpus.packages()),
    (bytes) => accepts(PackageError, () => openPackage(bytes)),
  ),
];
