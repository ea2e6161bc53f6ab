import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Json } from "../../../engine";
import { proposals, send } from "../../page";
import type { Widget } from "../../world/protocol";
import { hasPart, Part } from "./part";
import { nameOf, storedText, textProp } from "./values";

/** The field types of the platform that browsers have too. */
const TYPES = [
  "number",
  "email",
  "tel",
  "url",
  "date",
  "time",
  "password",
] as const;

interface TextInputProps {
  readonly widget: Widget;
  /** Gets what was entered; without it the text is stored under the field's own key. */
  readonly onEntered?: (text: string, option: Json | undefined) => void;
}

/** A line of text, stored on Enter and when the field loses the focus. */
export function TextInput({ widget, onEntered }: TextInputProps) {
  const list = useId();
  const draft = useSignal<string | undefined>(undefined);
  const { place, handlers } = widget;
  const proposes = handlers.includes("onAutocomplete");
  const offered =
    proposes && proposals.value?.place === place
      ? proposals.value.options
      : undefined;
  const options: readonly Json[] = Array.isArray(offered) ? offered : [];
  const wanted = textProp(widget, "type");
  const type = TYPES.find((known) => known === wanted) ?? "text";
  const stored = onEntered === undefined ? storedText(widget) : "";

  const done = (text: string) => {
    draft.value = undefined;
    if (text === stored) return;
    const option = options.find((one) => nameOf(one) === text);
    if (onEntered !== undefined) onEntered(text, option);
    else if (option === undefined) send({ do: "use", place, input: text });
    else {
      const store = JSON.stringify(option);
      send({ do: "handle", place, handler: "onChange", args: [option], store });
    }
  };
  return (
    <label class="s-row s-field">
      <span>
        {hasPart(widget, "label") ? (
          <Part widget={widget} name="label" />
        ) : (
          <Part widget={widget} name="title" />
        )}
      </span>
      <input
        // All of these types onEntered the same attributes, which the types of JSX do not know.
        type={type as "text"}
        value={draft.value ?? stored}
        placeholder={textProp(widget, "placeholder") ?? ""}
        disabled={widget.props["disabled"] === true}
        list={proposes ? list : undefined}
        aria-label={textProp(widget, "label") ?? textProp(widget, "title")}
        onInput={({ currentTarget }) => {
          draft.value = currentTarget.value;
          if (proposes) {
            send({ do: "suggest", place, typed: currentTarget.value });
          }
        }}
        onChange={({ currentTarget }) => {
          done(currentTarget.value);
          if (onEntered !== undefined) currentTarget.value = "";
        }}
      />
      {proposes && (
        <datalist id={list}>
          {options.map((option) => (
            <option key={nameOf(option)} value={nameOf(option)} />
          ))}
        </datalist>
      )}
    </label>
  );
}
