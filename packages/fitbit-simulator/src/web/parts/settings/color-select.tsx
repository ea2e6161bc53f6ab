import type { Json } from "../../../engine";

import { send } from "../../page";
import type { Widget } from "../../world/protocol";
import { swatchColour } from "./swatch";
import { fieldOf, listProp, storedValue } from "./values";
import { say } from "../../words/say";

/** A row of colours of which one is chosen. */
export function ColorSelect({ widget }: { widget: Widget }) {
  const chosen = storedValue(widget) ?? widget.props["value"];
  const centered = widget.props["centered"] === true;
  return (
    <fieldset class={centered ? "s-colors centered" : "s-colors"}>
      <legend class="hidden">{say("Colour")}</legend>
      {listProp(widget, "colors").map((one, at) => {
        const color = String(fieldOf(one, "color") ?? "");
        const value: Json = fieldOf(one, "value") ?? color;
        return (
          <label key={at}>
            <input
              type="radio"
              name={widget.place}
              aria-label={color}
              checked={JSON.stringify(chosen) === JSON.stringify(value)}
              onChange={() =>
                send({ do: "use", place: widget.place, input: value })
              }
            />
            <span style={{ backgroundColor: swatchColour(color) }} />
          </label>
        );
      })}
    </fieldset>
  );
}
