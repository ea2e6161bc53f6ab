import type { Json, SettingsNode, World } from "../../engine";
import { functionOf } from "../../engine";
import { useWidget } from "../../engine/phone/widgets";
import type { Shown } from "./protocol";
import { SettingsRoom } from "./settings-room";

/** Items and options beyond this are not drawn by the page's own code, which is asked for each. */
const MAX_DRAWN = 200;

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
  private room = new SettingsRoom();

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
    this.room = new SettingsRoom();
    const { tree, leftOut } = this.world.phone.settings;
    if (tree === undefined) return null;
    const shown = this.show(tree, "");
    const without = leftOut + this.room.leftOut;
    return without === 0
      ? shown
      : [
          ...shown,
          `Left out, because the page has too many: ${without} parts.`,
        ];
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
    const proposed = this.world.phone.settings.call(fn, typed) ?? [];
    return new SettingsRoom().value("", proposed);
  }

  private node(place: string): SettingsNode {
    const node = this.places.get(place);
    if (node === undefined) {
      throw new Error("the settings page has changed in the meantime");
    }
    return node;
  }

  private show(nodes: Drawn, above: string): Shown[] {
    const shown: Shown[] = [];
    for (const [index, node] of nodes.entries()) {
      if (!this.room.part()) continue;
      if (typeof node === "string") shown.push(this.room.text(node));
      else this.widget(node, `${above}.${index}`, shown);
    }
    return shown;
  }

  /** Shows a component, unless there is no room for what it has stored. */
  private widget(node: SettingsNode, place: string, shown: Shown[]): void {
    const { room } = this;
    const stored = this.stored(node);
    if (!room.keeps(stored)) return;
    this.places.set(place, node);
    const props: Record<string, Json> = {};
    const parts: Record<string, readonly Shown[]> = {};
    const handlers: string[] = [];
    for (const [name, value] of Object.entries(node.props)) {
      if (functionOf(node, name) !== undefined) handlers.push(name);
      else if (isNode(value)) {
        parts[name] = this.show([value], `${place}.${name}`);
      } else props[name] = room.value(name, value);
    }
    const listed =
      node.component === "AdditiveList" ? listOf(stored) : undefined;
    const list = listed ?? node.props["options"];
    shown.push({
      place,
      component: node.component,
      props,
      handlers,
      parts,
      children: this.show(node.children, place),
      stored,
      listed: listed && room.first(listed.length),
      items: Array.isArray(list) ? this.items(node, list, place) : undefined,
    });
  }

  private stored({ props }: SettingsNode): string | undefined {
    const key = props["settingsKey"];
    return typeof key === "string"
      ? this.world.phone.settingsStorage.get(key)
      : undefined;
  }

  /** Options of a Select and items of an AdditiveList, where `renderItem` draws them. */
  private items(
    node: SettingsNode,
    values: readonly Json[],
    place: string,
  ): (readonly Shown[])[] | undefined {
    const fn = functionOf(node, "renderItem");
    if (fn === undefined) return undefined;
    const items: (readonly Shown[])[] = [];
    for (const [index, value] of values.slice(0, MAX_DRAWN).entries()) {
      if (this.room.full) break;
      const drawn = this.world.phone.settings.call(fn, value);
      const nodes = isNode(drawn)
        ? [drawn]
        : drawn == null
          ? []
          : [String(drawn)];
      items.push(this.show(nodes, `${place}.item${index}`));
    }
    return items;
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
