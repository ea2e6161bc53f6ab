import { asNumber, asText, type Operations } from "../../context";
import { GuestError } from "../../vm/sandbox";
import type { HostValue } from "../../vm/values";
import type { ViewNode } from "../../view/index";
import { Layout } from "../../view/layout";
import { overflows } from "../../view/lines";
import { poolsOf, tilesIn } from "../../view/rows";
import { isList, Tiles, tilesOf } from "../../view/tiles";
import type { MissingImages } from "../missing-images";
import type { RunningApp } from "../running-app";
import { viewProblem, type Views } from "../views";

/** Longest text or value of an element; no screen shows more. */
const MOST_CHARACTERS = 10_000;

/** What `document` needs of the app that runs. */
export interface ViewContext {
  readonly app: RunningApp;
  readonly views: Views;
  readonly missingImages: MissingImages;
  /** Opens a view. @returns the problem in words when that fails */
  openView(path: string, how: "assign" | "replace"): string | undefined;
  /** Moves in the stack of views; handlers are cleared as on any navigation. */
  goTo(delta: number): void;
  /** An element hears of its animations from now on. */
  hearAnimations(number: number): void;
}

/** The operations of `document` and its elements. */
export function viewOperations(context: ViewContext): Operations {
  const { app, views, missingImages } = context;
  const scope = (number: HostValue): ViewNode =>
    typeof number === "number" ? views.node(number) : views.tree.root;
  const numbers = (nodes: readonly ViewNode[]): string =>
    nodes.map((node) => views.number(node)).join(",");
  return {
    "view.byId": (within, id) => {
      const node = findById(views, within, asText(id));
      return node === undefined ? undefined : views.number(node);
    },
    "view.all": (within, by, name) =>
      numbers(
        inside(scope(within)).filter((node) =>
          matches(node, asText(by), asText(name)),
        ),
      ),
    "view.tiles": (number) =>
      tilesOfList(views, asNumber(number))
        .map(([tile, item]) => `${views.number(tile)}:${item}`)
        .join(","),
    "view.pools": (number) => {
      const pools = poolsOf(views.node(asNumber(number)));
      return pools.length > 1 ? pools.map(({ id }) => id).join(",") : undefined;
    },
    "view.align": (number, where) => {
      const at = asNumber(number);
      const node = views.node(at);
      const list = tilesOf(views.treeOf(at), node);
      if (list === undefined) return undefined;
      const [, item] = tilesOfList(views, views.number(list.node)).find(
        ([tile]) => tile === node,
      ) ?? [node, tilesIn(list.node).indexOf(node)];
      if (item >= 0) list.align(item, asText(where));
      return views.number(list.node);
    },
    "view.tile": (number, position) => {
      const tile = tilesIn(views.node(asNumber(number)))[asNumber(position)];
      return tile === undefined ? undefined : views.number(tile);
    },
    "view.related": (number, which) => {
      const node = views.node(asNumber(number));
      if (which === "children") return numbers(node.children);
      const found = related(node, asText(which));
      return found === undefined ? undefined : views.number(found);
    },
    "view.get": (number, name, numeric) => {
      const at = asNumber(number);
      views.treeOf(at).settle();
      return numeric === true
        ? readNumber(views, at, asText(name))
        : readText(views.node(at), asText(name));
    },
    "view.set": (number, name, value) => {
      const element = views.node(asNumber(number));
      const node = name === "href" ? pictureOf(element) : element;
      if (name === "value" && isList(node)) {
        new Tiles(views.treeOf(asNumber(number)), node).value = Number(value);
        return;
      }
      const text = asText(value).slice(0, MOST_CHARACTERS);
      if (name === "text") speaker(node).text = text;
      else node.set(asText(name), text);
      if (name === "href" && node.tag === "image") missingImages.look(text);
    },
    "view.box": (number) => {
      const at = asNumber(number);
      const { x, y, width, height } = views.treeOf(at).box(views.node(at));
      return [x, y, width, height].join(",");
    },
    "view.overflowing": (number) => {
      const at = asNumber(number);
      const layout = new Layout(views.treeOf(at).screen);
      return overflows(views.node(at), layout);
    },
    "view.animate": (number, trigger) => {
      const at = asNumber(number);
      const node = views.node(at);
      views.treeOf(at).animate(node, asText(trigger));
      missingImages.lookForFrames(node, asText(trigger));
    },
    "view.hear": (number) => context.hearAnimations(asNumber(number)),
    "view.path": () => `/${views.path}`,
    "view.depth": () => views.depth,
    "view.go": (delta) => {
      if (!views.canGo(asNumber(delta))) return false;
      app.after(0, () => context.goTo(asNumber(delta)));
      return true;
    },
    "view.open": (how, path, navigation) => {
      app.after(0, () => {
        const problem = context.openView(
          asText(path),
          how === "replace" ? "replace" : "assign",
        );
        app.wake("opened", navigation, problem);
      });
    },
    "view.replace": (path) => {
      try {
        views.open(asText(path), "replace");
      } catch (error) {
        throw new GuestError(viewProblem(error));
      }
    },
  };
}

/** The tiles of a virtual list, each with the number of the item it stands for. */
function tilesOfList(views: Views, number: number): [ViewNode, number][] {
  const list = views.node(number);
  if (isList(list)) return new Tiles(views.treeOf(number), list).filled;
  // A list the app made of its own elements.
  return inside(list)
    .filter((node) => node.classNames.includes("tile-list-item"))
    .map((tile, at) => [tile, at]);
}

function findById(
  views: Views,
  within: HostValue,
  id: string,
): ViewNode | undefined {
  const from = typeof within === "number" ? views.node(within) : undefined;
  const whole = oneById(views, from, id);
  if (whole !== undefined || !id.includes("/")) return whole;
  // `row/title`: the title in the row.
  let found = from;
  for (const step of id.split("/")) {
    found = oneById(views, found, step);
    if (found === undefined) return undefined;
  }
  return found;
}

function oneById(
  views: Views,
  within: ViewNode | undefined,
  id: string,
): ViewNode | undefined {
  if (within === undefined) return views.tree.byId(id) ?? undefined;
  return inside(within).find((node) => node.id === id);
}

function inside(node: ViewNode): ViewNode[] {
  return node.children.flatMap((child) => [child, ...inside(child)]);
}

function matches(node: ViewNode, by: string, name: string): boolean {
  if (by === "ClassName") return node.classNames.includes(name);
  return by === "TagName" ? node.tag === name : typeOf(node) === name;
}

/** What says a widget's text: its part named `text`. */
function speaker(node: ViewNode): ViewNode {
  if (node.tag !== "use") return node;
  return inside(node).find(({ id }) => id === "text") ?? node;
}

/** What shows a widget's picture: its part named `image`, or the icon of a combo button. */
function pictureOf(node: ViewNode): ViewNode {
  if (node.tag !== "use") return node;
  const names = ["image", "combo-button-icon", "icon"];
  return (
    inside(node).find(({ id, tag }) => tag === "image" && names.includes(id)) ??
    node
  );
}

function typeOf(node: ViewNode): string {
  return node.get("type") ?? node.tag;
}

function related(node: ViewNode, which: string): ViewNode | undefined {
  if (which === "first") return node.children[0];
  if (which === "parent") return node.parent ?? undefined;
  const siblings = node.parent?.children ?? [];
  return siblings[siblings.indexOf(node) + 1];
}

function readText(node: ViewNode, name: string): string | undefined {
  if (name === "id") return node.id;
  if (name === "type") return typeOf(node);
  if (name === "text" || name === "textContent") return speaker(node).text;
  if (name === "class") return node.classNames.join(" ");
  if (name === "href") return pictureOf(node).get("href") ?? "";
  return node.get(name) ?? defaults.get(name) ?? "";
}

/** What style properties say where nothing set them. */
const defaults: ReadonlyMap<string, string> = new Map([
  ["display", "inline"],
  ["font-family", "System-Regular"],
  ["visibility", "visible"],
  ["state", "disabled"],
]);

const LAYOUT = new Set(["x", "y", "width", "height", "cx", "cy", "r"]);

/** A number as elements give it: lengths in pixels, whatever unit the view used. */
function readNumber(
  views: Views,
  number: number,
  name: string,
): number | undefined {
  const node = views.node(number);
  if (isList(node) && (name === "value" || name === "length")) {
    return new Tiles(views.treeOf(number), node)[name];
  }
  const value = node.get(name);
  if (value !== undefined && /^\s*[-+]?[\d.]+(px)?\s*$/.test(value)) {
    return Number.parseFloat(value);
  }
  if (!LAYOUT.has(name)) return name === "value" ? 0 : undefined;
  const box = views.treeOf(number).box(node);
  switch (name) {
    case "x":
    case "y":
    case "width":
    case "height":
      return box[name];
    case "r":
      return box.width / 2;
    default:
      return name === "cx" ? box.x + box.width / 2 : box.y + box.height / 2;
  }
}
