import { send } from "../../page";
import type { Widget } from "../../world/protocol";
import { Part } from "./part";
import { pictureSource } from "./picture-source";
import { storedValue } from "./values";

export function ButtonRow({ widget }: { widget: Widget }) {
  const { list } = widget.props;
  return (
    <button
      type="button"
      class={list === true ? "s-button list" : "s-button"}
      onClick={() =>
        send({
          do: "handle",
          place: widget.place,
          handler: "onClick",
          args: [{}],
        })
      }
    >
      <Part widget={widget} name="label" />
    </button>
  );
}

export function ToggleRow({ widget }: { widget: Widget }) {
  const on = storedValue(widget) === true;
  return (
    <label class="s-row switch">
      <span class="s-grow">
        <Part widget={widget} name="label" />
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        onChange={() => send({ do: "use", place: widget.place, input: !on })}
      />
    </label>
  );
}

/** An icon is shown only when the app brings its data: the simulator asks no server for it. */
export function TextImageRow({ widget }: { widget: Widget }) {
  const icon = pictureSource(widget.props["icon"]);
  return (
    <div class="s-row">
      {icon !== undefined && (
        <img class="s-icon" src={icon} alt="" width="72" height="72" />
      )}
      <span class="s-grow">
        <Part widget={widget} name="label" />
        <span class="s-sub">
          <Part widget={widget} name="sublabel" />
        </span>
      </span>
    </div>
  );
}
