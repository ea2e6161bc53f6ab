import { labelled, words } from "./words";

/** The bold title of a section. */
export function title(id: string): JSX.Element {
  return <Text bold>{words(id)}</Text>;
}

/** A slider that tells its value in words, as the platform's does not. */
export function slider(
  settingsKey: string,
  label: string,
  value: number,
  range: readonly [min: number, max: number, step: number],
): JSX.Element {
  const [min, max, step] = range;
  return (
    <Slider
      settingsKey={settingsKey}
      label={labelled(label, value)}
      min={min}
      max={Math.max(max, value)}
      step={step}
    />
  );
}

/** A Select's options: shown words, and the value by which they are read. */
export function options<T extends string>(
  values: ReadonlyArray<T>,
  text: (value: T) => string,
): Array<{ name: string; value: T }> {
  return values.map((value) => ({ name: text(value), value }));
}
