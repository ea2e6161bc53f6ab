import { useSignal } from "@preact/signals";
import { send } from "../../page";
import type { Widget } from "../../world/protocol";
import { Part } from "./part";
import { numberProp, storedValue } from "./values";

/** Shows the number while the slider moves, and stores it when it is released. */
export function SliderRow({ widget }: { widget: Widget }) {
  const moved = useSignal<number | undefined>(undefined);
  const min = numberProp(widget, "min", 0);
  const stored = Number(storedValue(widget) ?? NaN);
  const value = moved.value ?? (Number.isFinite(stored) ? stored : min);
  return (
    <label class="s-row s-slider">
      <span>
        <Part widget={widget} name="label" />
      </span>
      <input
        type="range"
        min={min}
        max={numberProp(widget, "max", 100)}
        step={numberProp(widget, "step", 1)}
        value={value}
        onInput={({ currentTarget }) => {
          moved.value = currentTarget.valueAsNumber;
        }}
        onChange={({ currentTarget }) => {
          moved.value = undefined;
          send({
            do: "use",
            place: widget.place,
            input: currentTarget.valueAsNumber,
          });
        }}
      />
      <output>{value}</output>
    </label>
  );
}
