import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Json } from "../../../engine";
import { proposals, send } from "../../page";
import type { Widget } from "../../world/protocol";
import { hasPart, Part } from "./part";
import { nameOf, storedText, textProp } from "./values";

/** The platform's field types that browsers know as well. */
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
  /** Takes what was entered, where it is not for the field's own key. */
  readonly take?: (text: string, option: Json | undefined) => void;
}

/** A line of text, stored when it is done: on Enter or on leaving. */
export function TextInput({ widget, take }: TextInputProps) {
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
  const stored = take === undefined ? storedText(widget) : "";

  const done = (text: string) => {
    draft.value = undefined;
    if (text === stored) return;
    const option = options.find((one) => nameOf(one) === text);
    if (take !== undefined) take(text, option);
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
        // All of them take the same attributes; the types of JSX list them one by one.
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
          if (take !== undefined) currentTarget.value = "";
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
