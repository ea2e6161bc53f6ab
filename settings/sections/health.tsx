import { K } from "../../phone/coach/constants";
import { AGREED_KEY, EASES_KEY } from "../../phone/settings/coach-keys";
import { HEALTH, healthKey } from "../../phone/settings/health";
import { Choice } from "../../phone/settings/choices";
import { View } from "../view";
import { choiceName, labelled, words } from "../words";

/** What an answer does, and to which exercises; nothing where there are none. */
function list(effect: string, choices: ReadonlyArray<Choice>): JSX.Element[] {
  const names = choices.map(choiceName).join(" · ");
  return names ? [<Text bold>{labelled(effect, names)}</Text>] : [];
}

/** What the answers do to the routine as it is now. */
function effects({ settings }: View): JSX.Element[] {
  const { choices } = settings;
  const shut = choices.filter((one) => one.chosen && one.shut.length);
  const capped = choices.filter(
    ({ item, mostHold }) => item.included && mostHold === K.heartHold,
  );
  const standsIn = choices.some(({ item, chosen }) => item.included && !chosen);
  return [
    ...list(words("health-out"), shut),
    ...list(words("health-cap", K.heartHold), capped),
    ...(standsIn ? [<Text>{words("health-hip-raise")}</Text>] : []),
  ];
}

/** What a professional would ask, each answer with its effect on the routine. */
export function healthRows(view: View): JSX.Element[] {
  return [
    <Text bold>{words("health-help")}</Text>,
    ...HEALTH.map((one) => (
      <Toggle settingsKey={healthKey(one)} label={words("health-" + one)} />
    )),
    <Toggle settingsKey={AGREED_KEY} label={words("health-agreed")} />,
    <Toggle settingsKey={EASES_KEY} label={words("cobra-eases")} />,
    ...effects(view),
  ];
}
