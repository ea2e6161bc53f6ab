import { entryId } from "../../../phone/history/entry";
import { History } from "../../../phone/history/history";
import { Summary, readSummary } from "../../../phone/history/summary";
import { SessionRecord } from "../../../common/record";
import { packRecord } from "../../../common/wire/record";
import {
  type SettingsNode,
  type World,
  allNodes,
  functionOf,
  textOf,
} from "fitbit-simulator";
import { encodeCbor } from "fitbit-simulator";
import { storeOf } from "../../../tools/phone/memory-store";
import { type Wearer, wearer } from "../../support/host";
import { record } from "../../../verification/builders/records";

/** Monday, 2 March 2026, 07:00 UTC. */
export const MONDAY = Date.UTC(2026, 2, 2, 7) / 1000;
export const DAY = 86400;

/** Someone with the app open and the phone beside them, both settled. */
export async function phoned(): Promise<Wearer> {
  const made = await wearer({ companion: true });
  made.watch.launch();
  return made.waits(3);
}

/** Sessions on days in a row, from a Monday on. */
export function daily(count: number, from = MONDAY): SessionRecord[] {
  return Array.from({ length: count }, (_, day) => record(from + day * DAY));
}

/** Someone whose watch has these sessions, none of them sent. */
export async function withWaiting(records: SessionRecord[]): Promise<Wearer> {
  const made = await wearer({ companion: true });
  const files = records.map(
    (one) => ["s-" + one.id, encodeCbor(packRecord(one))] as const,
  );
  made.world.importState({
    watch: { files: new Map(files), queue: [], inbox: [] },
  });
  return made;
}

/** The history that the phone holds. */
export function historyOf({ phone }: World): History {
  return History.open(storeOf({ ...phone.localStorage.entries() }))!;
}

export function storedIds(world: World): string[] {
  return historyOf(world).entries().map(entryId);
}

/** Sessions that wait on the watch. */
export function waitingOn(made: Wearer): string[] {
  return made.files.filter((name) => /^[sm]-/.test(name));
}

export function summaryOf({ phone }: World): Summary {
  return readSummary(phone.settingsStorage.get("summary"));
}

/** Everything the open page says, buttons and labels included. */
export function pageText({ phone }: World): string {
  return nodesOf(phone.settings.tree)
    .map((node) =>
      ["label", "sublabel", "title", "value"]
        .map((prop) => textOf(node.props[prop]))
        .concat(node.children.filter((one) => typeof one === "string"))
        .filter((text) => text !== "")
        .join(" | "),
    )
    .filter((line) => line !== "")
    .join("\n");
}

export function nodesOf(
  tree: World["phone"]["settings"]["tree"],
): SettingsNode[] {
  return [...allNodes(tree ?? [])];
}

/** Titles of the page's sections, in order. */
export function sectionsOf({ phone }: World): string[] {
  return nodesOf(phone.settings.tree)
    .filter(({ component }) => component === "Section")
    .map(({ props }) => textOf(props.title));
}

/** Opens every part of the page that is folded, those within others too. */
export function openAll(made: Wearer): Wearer {
  const { settings } = made.world.phone;
  const closed = (): SettingsNode | undefined =>
    nodesOf(settings.tree).find(
      ({ component, props }) =>
        component === "Button" && textOf(props["label"]).startsWith("+ "),
    );
  for (let node = closed(); node; node = closed()) {
    settings.press(textOf(node.props["label"]));
    made.waits(0.01);
  }
  return made;
}

/** The page's widgets of a kind with this label. */
export function labelledNodes(
  { world }: Wearer,
  component: string,
  label: string,
): SettingsNode[] {
  return nodesOf(world.phone.settings.tree).filter(
    (node) =>
      node.component === component && textOf(node.props["label"]) === label,
  );
}

/** Chooses an option of the Select with this label, by what it says. */
export function chooses(made: Wearer, label: string, option: string): void {
  const [node] = labelledNodes(made, "Select", label);
  const options = node!.props["options"] as Array<{ name: string }>;
  const at = options.findIndex(({ name }) => name === option);
  if (at < 0) throw new Error(`${label} has no ${option}`);
  made.world.phone.settings.call(functionOf(node!, "onSelection")!, {
    selected: [at],
    values: [options[at]!],
  });
  made.waits(0.01);
}

/** What the Select with this label shows as chosen. */
export function chosenIn(made: Wearer, label: string): string {
  const [node] = labelledNodes(made, "Select", label);
  const options = node!.props["options"] as Array<{ name: string }>;
  const [at] = node!.props["selected"] as number[];
  return options[at!]!.name;
}

/** Types into the field with this label; the last of several. */
export function types(made: Wearer, label: string, text: string): void {
  const node = labelledNodes(made, "TextInput", label).pop()!;
  made.world.phone.settings.call(functionOf(node, "onChange")!, text);
  made.waits(3);
}
