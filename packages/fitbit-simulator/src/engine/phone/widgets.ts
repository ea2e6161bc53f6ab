import type { Json, SettingsNode } from "./settings-tree";

/** What the platform does when someone uses a widget. */
export interface WidgetUse {
  /** The text it stores under the widget's `settingsKey`. */
  readonly stored: string;
  /** The prop it calls then, if the page gave one, and with what. */
  readonly handler: string;
  readonly argument: Json;
  /** What the handler gets besides. */
  readonly more?: readonly Json[];
}

/**
 * What using a widget does: a truth for a Toggle, a number for a Slider, a text for a TextInput or
 * ColorSelect, positions of options for a Select, the items for an AdditiveList, the address
 * (`data:`) of an image and its size for an ImagePicker, what the other service answered for an
 * Oauth or a StravaLogin.
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
    case "ImagePicker":
      return use(image(input), "onImagePicked");
    case "Oauth":
    case "StravaLogin":
      return login(node, input);
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

/** @throws Error when it is no image */
function image(input: Json): Json {
  const { imageUri, width, height } = entries(input);
  const data = /^data:(image\/[a-z+.-]+);base64,([A-Za-z0-9+/=]+)$/.exec(
    typeof imageUri === "string" ? imageUri : "",
  );
  if (data === null || !Number(width) || !Number(height)) {
    throw new Error(
      "an ImagePicker takes {imageUri: data:image/…, width, height}",
    );
  }
  const [imageString, type] = [data[2] ?? "", data[1] ?? ""];
  return {
    imageUri: data[0],
    imageString,
    type,
    width: Number(width),
    height: Number(height),
  };
}

/** All that the service answered is kept; the page gets the token, or what there is without one. */
function login(node: SettingsNode, input: Json): WidgetUse {
  const { access_token: token, athlete } = entries(input);
  if (typeof token === "string") {
    const more = node.component === "StravaLogin" ? [athlete ?? null] : [];
    return {
      stored: JSON.stringify(input),
      handler: "onAccessToken",
      argument: token,
      more,
    };
  }
  if (node.component === "StravaLogin") {
    throw new Error("a StravaLogin takes {access_token, athlete}");
  }
  return use(input, "onReturn");
}

function entries(value: Json): { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Json })
    : {};
}
