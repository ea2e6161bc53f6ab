import { itemKey } from "../../phone/settings/keys";
import { APP_VERSION } from "../../phone/version";
import { title } from "../parts";
import { View } from "../view";
import { hereText } from "../dates";
import { words } from "../words";

const SAFETY = [
  "safety-stop",
  "safety-breathe",
  "safety-ask",
  "safety-spine",
  "safety-cobra",
];

/** Each a line of its own, so that they can be read at once. */
const EMERGENCY = [
  "emergency-legs",
  "emergency-saddle",
  "emergency-bladder",
  "emergency-chest",
  "emergency-accident",
];

const SOON = [
  "soon-leg",
  "soon-ill",
  "soon-back",
  "soon-night",
  "soon-bone",
  "soon-stays",
];

function lines(ids: ReadonlyArray<string>): JSX.Element[] {
  return ids.map((id) => <Text>{"• " + words(id)}</Text>);
}

/** When to get help at once, and when to see someone soon. */
export function helpRows(): JSX.Element[] {
  return [
    <Text bold>{words("safety-emergency")}</Text>,
    ...lines(EMERGENCY),
    <Text bold>{words("safety-soon")}</Text>,
    ...lines(SOON),
  ];
}

/** A leg that feels worse after the cobra takes the cobra out. */
function withoutCobra({ settings, storage }: View): JSX.Element[] {
  const cobra = settings.choices.filter(
    ({ item }) => item.exercise === "cobra" && item.included,
  );
  if (!cobra.length) return [];
  const leaveOut = () =>
    cobra.forEach(({ key }) => storage.setItem(itemKey(key, "in"), "false"));
  return [<Button list label={words("safety-cobra-out")} onClick={leaveOut} />];
}

/** When to stop, whom to ask, and what this app is not. */
export function safetyRows(view: View): JSX.Element[] {
  return [
    ...helpRows(),
    ...SAFETY.map((id) => <Text>{words(id)}</Text>),
    ...withoutCobra(view),
    <Text>{words("safety-pains")}</Text>,
    <Text>{words("safety-limits")}</Text>,
  ];
}

function linkText({ summary, settings }: View): string {
  if (settings.empty) return words("link-empty");
  if (summary.foreign) return words("foreign-found", summary.foreign.name);
  const there = summary.onWatch === summary.revision && summary.revision > 0;
  return there
    ? words("link-there", hereText(summary.since))
    : words("link-waiting");
}

/** Version, and how phone and watch get on. */
export function aboutSection(view: View): JSX.Element {
  const { summary } = view;
  const seen = summary.seen
    ? words("link-seen", hereText(summary.seen), summary.waiting)
    : words("link-never");
  return (
    <Section title={title("section-about")}>
      <TextImageRow label={linkText(view)} sublabel={seen} />
      <Text>{words("version", APP_VERSION, summary.revision)}</Text>
      <Text>{words("licence")}</Text>
    </Section>
  );
}
