import { MAX_ITEMS } from "../../common/limits";
import { itemKey } from "../../phone/settings/keys";
import { options, title } from "../parts";
import { View } from "../view";
import { kindText, labelled, words } from "../words";

const KINDS = ["reps", "hold"] as const;

/** The runner's own exercises: their names, and whether counted or held. */
export function customSection({ settings }: View): JSX.Element {
  const own = settings.choices.filter(({ exercise }) => !exercise);
  return (
    <Section
      title={title("section-custom")}
      description={<Text>{words("custom-help")}</Text>}
    >
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
      />
      {own.map(({ key, name, item }) => (
        <Select
          settingsKey={itemKey(key, "kind")}
          label={labelled(name, kindText(item.kind))}
          options={options(KINDS, kindText)}
        />
      ))}
    </Section>
  );
}
