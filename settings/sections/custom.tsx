import { MAX_ITEMS } from "../../common/limits";
import { itemKey } from "../../phone/settings/keys";
import { choice } from "../parts";
import { View } from "../view";
import { kindText, words } from "../words";

const KINDS = ["reps", "hold"] as const;

/** The runner's own exercises: their names, and whether counted or held. */
export function customRows({ settings, storage }: View): JSX.Element[] {
  const own = settings.choices.filter(({ exercise }) => !exercise);
  return [
    <Text>{words("custom-help")}</Text>,
    <AdditiveList
      settingsKey="custom"
      maxItems={MAX_ITEMS}
      addAction={
        <TextInput
          title={words("custom-add")}
          label={words("custom-name")}
          placeholder={words("custom-example")}
          action={words("custom-add")}
        />
      }
    />,
    ...own.map(({ key, name, item }) =>
      choice(storage, itemKey(key, "kind"), name, KINDS, item.kind, kindText),
    ),
  ];
}
