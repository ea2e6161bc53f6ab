import { fieldsOf, fromJson } from "../phone/json";
import { OPEN_KEY } from "../phone/settings/keys";

/** This opening of the page: the next one begins with everything closed. */
const OPENING = String(Date.now());

/** The names of the parts that are open now. */
function openNow(storage: LiveStorage): string[] {
  const { opening, names } = fieldsOf(fromJson(storage.getItem(OPEN_KEY)));
  return opening === OPENING && Array.isArray(names)
    ? names.filter((name): name is string => typeof name === "string")
    : [];
}

/**
 * A part of the page that a tap opens and closes. `name` tells it from the
 * others; `rows` makes what is in it, once it is open.
 */
export function fold(
  storage: LiveStorage,
  name: string,
  label: string,
  rows: () => JSX.Element[],
): JSX.Element[] {
  const names = openNow(storage);
  const others = names.filter((one) => one !== name);
  const open = others.length < names.length;
  const change = (): void =>
    storage.setItem(
      OPEN_KEY,
      JSON.stringify({
        opening: OPENING,
        names: open ? others : names.concat(name),
      }),
    );
  const button = (
    <Button list label={(open ? "− " : "+ ") + label} onClick={change} />
  );
  return open ? [button].concat(rows()) : [button];
}
