import type { Json } from "../../../engine";
import { send } from "../../page";
import type { Widget } from "../../world/protocol";
import { Icon } from "../icon";
import { Part } from "./part";
import { Select } from "./select";
import { Nodes } from "./shown";
import { TextInput } from "./text-input";
import { itemsOf, nameOf, numberProp } from "./values";
import { say } from "../../words/say";

/** A list to which items are added below, and whose items can be removed and moved up. */
export function AdditiveList({ widget }: { widget: Widget }) {
  const items = itemsOf(widget);
  const room = items.length < numberProp(widget, "maxItems", Infinity);
  const spare = items.length > numberProp(widget, "minItems", 0);
  const set = (next: readonly Json[]) =>
    send({ do: "use", place: widget.place, input: next });
  return (
    <div class="s-list" role="group">
      <strong>
        <Part widget={widget} name="title" />
      </strong>
      <span class="s-sub">
        <Part widget={widget} name="description" />
      </span>
      <ol>
        {items.slice(0, widget.listed).map((item, at) => (
          <li key={at} class="s-row">
            <span class="s-grow">
              {widget.items?.[at] !== undefined ? (
                <Nodes nodes={widget.items[at]} />
              ) : (
                nameOf(item)
              )}
            </span>
            {at > 0 && (
              <button
                type="button"
                class="bare"
                aria-label={say("Move %1 up", nameOf(item))}
                onClick={() => set(movedUp(items, at))}
              >
                <Icon name="up" />
              </button>
            )}
            {spare && (
              <button
                type="button"
                class="bare"
                aria-label={say("Remove %1", nameOf(item))}
                onClick={() => set(items.filter((_, other) => other !== at))}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ol>
      {room && <Adder widget={widget} add={(item) => set([...items, item])} />}
    </div>
  );
}

/** The widget with which an item is added. */
function Adder({ widget, add }: { widget: Widget; add(item: Json): void }) {
  const [action] = widget.parts["addAction"] ?? [];
  if (action === undefined || typeof action === "string") return null;
  if (action.component === "Select") {
    return <Select widget={action} onChosen={add} />;
  }
  return (
    <TextInput
      widget={action}
      onEntered={(text, option) => {
        if (text.trim() !== "") add(option ?? { name: text });
      }}
    />
  );
}

function movedUp(items: readonly Json[], at: number): Json[] {
  const next = [...items];
  next.splice(at - 1, 0, ...next.splice(at, 1));
  return next;
}
