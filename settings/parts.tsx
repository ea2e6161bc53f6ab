import { Range } from "../common/limits";
import { words } from "./words";

/** The bold title of a section. */
export function title(id: string): JSX.Element {
  return <Text bold>{words(id)}</Text>;
}

/** A button of a list, by the id of its words and what they name. */
export function button(
  id: string,
  onClick: () => void,
  what = "",
): JSX.Element {
  return <Button list label={words(id, what)} onClick={onClick} />;
}

/** A field for a number within limits. Emptied, the default is in force again. */
export function numberField(
  storage: LiveStorage,
  settingsKey: string,
  label: string,
  value: number,
  [least, most]: Range,
): JSX.Element {
  const typed = (text: string): void => {
    const number = text.trim().replace(",", ".");
    if (number) storage.setItem(settingsKey, number);
    else storage.removeItem(settingsKey);
  };
  return (
    <TextInput
      label={words("in-range", label, least, most)}
      type="number"
      value={String(value)}
      useSimpleValue
      onChange={typed}
    />
  );
}

/**
 * One of several values, the one in force chosen. It is stored as plain text and
 * shown from there: what the platform keeps for a Select of its own would be
 * empty until somebody chooses.
 */
export function choice<T extends string>(
  storage: LiveStorage,
  settingsKey: string,
  label: string,
  values: ReadonlyArray<T>,
  value: T,
  text: (value: T) => string,
): JSX.Element {
  return (
    <Select
      label={label}
      options={values.map((one) => ({ name: text(one), value: one }))}
      selected={[values.indexOf(value)]}
      onSelection={({ selected }) =>
        storage.setItem(settingsKey, values[selected[0]!]!)
      }
    />
  );
}

/** A whole number of few that are possible, as a choice. */
export function numberChoice(
  storage: LiveStorage,
  settingsKey: string,
  label: string,
  value: number,
  [least, most]: Range,
): JSX.Element {
  const values: string[] = [];
  for (let one = least; one <= most; one++) values.push(String(one));
  return choice(
    storage,
    settingsKey,
    label,
    values,
    String(value),
    (one) => one,
  );
}
