import { Range } from "../common/limits";
import { labelled, words } from "./words";

/** The bold title of a section. */
export function title(id: string): JSX.Element {
  return <Text bold>{words(id)}</Text>;
}

/**
 * A slider that tells its value in words, as the platform's does not. A value
 * beyond its range or between its steps widens the one and refines the other.
 */
export function slider(
  settingsKey: string,
  label: string,
  value: number,
  range: Range,
): JSX.Element {
  const least = Math.min(range[0], value);
  const onStep = ((value - least) / range[2]) % 1 === 0;
  return (
    <Slider
      settingsKey={settingsKey}
      label={labelled(label, value)}
      min={least}
      max={Math.max(range[1], value)}
      step={onStep ? range[2] : value % 1 === 0 ? 1 : 0.5}
    />
  );
}

/** A time in seconds: a slider for the usual ones, a field for any within `limits`. */
export function timeRows(
  storage: LiveStorage,
  settingsKey: string,
  label: string,
  value: number,
  { usual, limits }: { usual: Range; limits: Range },
): JSX.Element[] {
  const typed = (text: string): void => {
    const number = text.trim().replace(",", ".");
    if (number) storage.setItem(settingsKey, number);
    else storage.removeItem(settingsKey);
  };
  return [
    slider(settingsKey, label, value, usual),
    <TextInput
      label={words("type-seconds", limits[0], limits[1])}
      type="number"
      value={String(value)}
      useSimpleValue
      onChange={typed}
    />,
  ];
}

/** A Select's options: shown words, and the value by which they are read. */
export function options<T extends string>(
  values: ReadonlyArray<T>,
  text: (value: T) => string,
): Array<{ name: string; value: T }> {
  return values.map((value) => ({ name: text(value), value }));
}
