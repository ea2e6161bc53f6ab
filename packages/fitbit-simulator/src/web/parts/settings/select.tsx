import { useId } from "preact/hooks";
import type { Json } from "../../../engine";
import { send } from "../../page";
import type { Widget } from "../../world/protocol";
import { hasPart, Part } from "./part";
import { Nodes } from "./shown";
import { listProp, nameOf, selectedOf } from "./values";
import { say } from "../../words/say";

interface SelectProps {
  readonly widget: Widget;
  /** Gets the chosen option; without it the choice is stored under the Select's own key. */
  readonly onChosen?: (option: Json) => void;
}

/** One or several of a list of options. */
export function Select({ widget, onChosen }: SelectProps) {
  const label = useId();
  const options = listProp(widget, "options");
  const chosen = onChosen === undefined ? selectedOf(widget) : [];
  const choose = (positions: readonly number[]) => {
    const option = options[positions[0] ?? -1];
    if (onChosen === undefined) {
      send({ do: "use", place: widget.place, input: positions });
    } else if (option !== undefined) onChosen(option);
  };
  const native =
    widget.props["multiple"] !== true && widget.items === undefined;
  if (!native) return <Choices {...{ widget, options, chosen, choose }} />;
  return (
    <div class="s-row s-field">
      <Label widget={widget} id={label} />
      <select
        aria-labelledby={label}
        value={String(chosen[0] ?? "")}
        disabled={widget.props["disabled"] === true}
        onChange={({ currentTarget }) => choose([Number(currentTarget.value)])}
      >
        {chosen.length === 0 && <option value="">{say("Choose…")}</option>}
        {options.map((option, at) => (
          <option key={at} value={at}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChoicesProps {
  readonly widget: Widget;
  readonly options: readonly Json[];
  readonly chosen: readonly number[];
  choose(positions: readonly number[]): void;
}

/** Options that are drawn by the page, or of which several can be chosen. */
function Choices({ widget, options, chosen, choose }: ChoicesProps) {
  const multiple = widget.props["multiple"] === true;
  const pick = (at: number) => {
    if (!multiple) choose([at]);
    else if (chosen.includes(at))
      choose(chosen.filter((other) => other !== at));
    else choose([...chosen, at].sort((a, b) => a - b));
  };
  const said = chosen.map((at) => nameOf(options[at] ?? null)).join(", ");
  return (
    <details class="s-choices">
      <summary class="s-row">
        <Label widget={widget} />
        <span class="s-value">{said || say("Choose…")}</span>
      </summary>
      <fieldset>
        <legend class="hidden">
          <Part widget={widget} name="selectViewTitle" />
        </legend>
        {options.map((option, at) => (
          <label key={at} class="s-row s-choice">
            <input
              type={multiple ? "checkbox" : "radio"}
              name={widget.place}
              checked={chosen.includes(at)}
              onChange={() => pick(at)}
            />
            <span class="s-grow">
              {widget.items?.[at] !== undefined ? (
                <Nodes nodes={widget.items[at]} />
              ) : (
                nameOf(option)
              )}
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function Label({ widget, id }: { widget: Widget; id?: string }) {
  return (
    <span id={id}>
      {hasPart(widget, "label") ? (
        <Part widget={widget} name="label" />
      ) : (
        <Part widget={widget} name="title" />
      )}
    </span>
  );
}
