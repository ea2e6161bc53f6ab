import type { Json, SettingsNode } from "./settings-tree";

/** What the platform does when someone uses a widget. */
export interface WidgetUse {
  /** The text it stores under the widget's `settingsKey`. */
  readonly stored: string;
  /** The prop it calls then, if the page gave one, and with what. */
  readonly handler: string;
  readonly argument: Json;
}

/**
 * What using a widget does: a truth for a Toggle, a number for a Slider, a text for a TextInput or
 * ColorSelect, positions of options for a Select, the items for an AdditiveList.
 * @throws Error when the widget takes no such value
 */
export function useWidget(node: SettingsNode, input: Json): WidgetUse {
  switch (node.component) {
    case "Toggle":
      return use(input === true, "onChange");
    case "Slider":
      return use(Number(input), "onChange");
    case "ColorSelect":
      return use(input, "onSelection");
    case "AdditiveList":
      return use(input, "onListChange");
    case "TextInput":
      return use(
        node.props["useSimpleValue"] === true ? input : { name: String(input) },
        "onChange",
      );
    case "Select":
      return use(selection(node, input), "onSelection");
    default:
      throw new Error(`a ${node.component} takes no value`);
  }
}

function use(value: Json, handler: string): WidgetUse {
  return { stored: JSON.stringify(value), handler, argument: value };
}

function selection(node: SettingsNode, input: Json): Json {
  const options = node.props["options"];
  const selected: readonly Json[] = Array.isArray(input) ? input : [input];
  const values = selected.map((position) => {
    const option: Json | undefined = Array.isArray(options)
      ? (options[Number(position)] as Json | undefined)
      : undefined;
    if (option === undefined) {
      throw new Error(`this Select has no option ${String(position)}`);
    }
    return option;
  });
  return { values, selected };
}
