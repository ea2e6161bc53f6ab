import { Fragment } from "preact";
import { say } from "../words/say";
import type { SeenElement } from "../world/seen-elements";
import { shortLine } from "./words";

/** One element in full: what it is, where, what it says, and the values in force. */
export function ElementDetails({ element }: { element: SeenElement }) {
  const { tag, id, classes, box, shown, text, values } = element;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [say("Type"), shown === null ? say("%1, not seen", tag) : tag],
    ["id", id],
    ["class", classes.join(" ")],
    [say("Place"), `${pixels(box.x)}, ${pixels(box.y)}`],
    [say("Size"), `${pixels(box.width)} × ${pixels(box.height)}`],
    [say("Text"), text],
  ];
  return (
    <div
      class="facts-box"
      role="group"
      tabIndex={0}
      aria-label={say("The element")}
    >
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value !== "" && (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{shortLine(value)}</dd>
              </Fragment>
            ),
        )}
        {values.map(({ name, value, inherited }) => (
          <Fragment key={`value ${name}`}>
            <dt class="value">{shortLine(name)}</dt>
            <dd>
              {isColour(value) && (
                <span class="ink" style={{ "--ink-shown": value }} />
              )}
              {shortLine(value)}
              {inherited && <em> {say("inherited")}</em>}
            </dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

/** A colour as `#` and digits; names and others are shown as text alone. */
function isColour(value: string): boolean {
  return /^#([\da-f]{3}|[\da-f]{6})$/i.test(value);
}

function pixels(value: number): string {
  return String(Math.round(value * 10) / 10);
}
