import type { Json, SettingsNode, World } from "../../engine";
import { functionOf } from "../../engine";
import { useWidget } from "../../engine/phone/widgets";
import type { Shown, Widget } from "./protocol";

/** Items of a list beyond this are not drawn: no page shows them. */
const MAX_ITEMS = 200;

type Drawn = readonly (SettingsNode | string)[];

/** A handler of a widget, and what it is called with. */
export interface Handling {
  readonly place: string;
  readonly handler: string;
  readonly args: readonly Json[];
  /** The text to store under the widget's key. */
  readonly store?: string;
}

/** The phone's settings page as the browser's page shows it, and what is done on it. */
export class SettingsView {
  private readonly places = new Map<string, SettingsNode>();
  private stale = true;

  constructor(private readonly world: World) {
    world.phone.settings.onRender = () => {
      this.stale = true;
    };
  }

  /** What is to be shown; null while it is closed, undefined when nothing changed. */
  take(): readonly Shown[] | null | undefined {
    if (!this.stale) return undefined;
    this.stale = false;
    this.places.clear();
    const { tree } = this.world.phone.settings;
    return tree === undefined ? null : this.show(tree, "");
  }

  /** Uses a widget as a finger does: stores what the platform stores and calls its handler. */
  use(place: string, input: Json): void {
    const node = this.node(place);
    const { stored, handler, argument, more = [] } = useWidget(node, input);
    this.handle({ place, handler, args: [argument, ...more], store: stored });
  }

  /** Stores a value where the widget has a key, then calls its handler where it has one. */
  handle({ place, handler, args, store }: Handling): void {
    const node = this.node(place);
    const { settings, settingsStorage } = this.world.phone;
    const fn = functionOf(node, handler);
    const key = node.props["settingsKey"];
    if (typeof key === "string" && store !== undefined) {
      settingsStorage.set(key, store, "settings");
    }
    if (fn !== undefined) settings.call(fn, ...args);
  }

  /** What a TextInput proposes for what has been typed. */
  suggest(place: string, typed: string): Json {
    const fn = functionOf(this.node(place), "onAutocomplete");
    if (fn === undefined) return [];
    return this.world.phone.settings.call(fn, typed) ?? [];
  }

  private node(place: string): SettingsNode {
    const node = this.places.get(place);
    if (node === undefined) {
      throw new Error("the settings page has changed in the meantime");
    }
    return node;
  }

  private show(nodes: Drawn, above: string): Shown[] {
    return nodes.map((node, index) =>
      typeof node === "string" ? node : this.widget(node, `${above}.${index}`),
    );
  }

  private widget(node: SettingsNode, place: string): Widget {
    this.places.set(place, node);
    const props: Record<string, Json> = {};
    const parts: Record<string, readonly Shown[]> = {};
    const handlers: string[] = [];
    for (const [name, value] of Object.entries(node.props)) {
      if (functionOf(node, name) !== undefined) handlers.push(name);
      else if (isNode(value)) {
        parts[name] = this.show([value], `${place}.${name}`);
      } else props[name] = value;
    }
    const key = props["settingsKey"];
    const stored =
      typeof key === "string"
        ? this.world.phone.settingsStorage.get(key)
        : undefined;
    return {
      place,
      component: node.component,
      props,
      handlers,
      parts,
      children: this.show(node.children, place),
      stored,
      items: this.items(node, stored, place),
    };
  }

  /** Options of a Select and items of an AdditiveList, where `renderItem` draws them. */
  private items(
    node: SettingsNode,
    stored: string | undefined,
    place: string,
  ): (readonly Shown[])[] | undefined {
    const fn = functionOf(node, "renderItem");
    if (fn === undefined) return undefined;
    const values =
      node.component === "AdditiveList"
        ? listOf(stored)
        : node.props["options"];
    if (!Array.isArray(values)) return undefined;
    return values.slice(0, MAX_ITEMS).map((value: Json, index) => {
      const drawn = this.world.phone.settings.call(fn, value);
      if (!isNode(drawn)) return drawn == null ? [] : [String(drawn)];
      return this.show([drawn], `${place}.item${index}`);
    });
  }
}

/** The items of a stored list; none when something else is stored. */
function listOf(stored: string | undefined): Json[] {
  try {
    const value: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(value) ? (value as Json[]) : [];
  } catch {
    return [];
  }
}

function isNode(value: Json | undefined): value is Json & SettingsNode {
  return (
    typeof value === "object" &&
    value !== null &&
    "component" in value &&
    "children" in value
  );
}
