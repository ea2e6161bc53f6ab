import { doneOf } from "../../phone/history/done";
import {
  HistoryEntry,
  entryOffset,
  entryOutcome,
  entryStart,
} from "../../phone/history/entry";
import { readEntries } from "../../phone/history/packed-entry";
import { sumsOf } from "../../phone/history/sums";
import { weekView } from "../../phone/history/summary";
import { ItemRecord } from "../../common/record";
import { ASK_KEY } from "../../phone/settings/keys";
import { exportAnswer } from "../export-answer";
import { fold } from "../folds";
import { title } from "../parts";
import { answerRows, refusedRows, restRows } from "./answers";
import { deleteButton, deletion, isChoosing, undoButtons } from "./deletion";
import { shareRows } from "./share";
import { sheetRows } from "./sheet";
import { View } from "../view";
import { hereText, momentText, monthText } from "../dates";
import { durationText, labelled, nameOf, words } from "../words";

function doneText(item: ItemRecord): string {
  const name = nameOf(item.exercise, item.name);
  const done = doneOf(item);
  if (done.what === "skipped") return words("done-skipped", name);
  if (done.what === "nothing") return words("done-nothing", name);
  if (done.what === "hold") return words("done-hold", name, done.seconds);
  return done.reps
    ? words("done-reps", name, done.reps)
    : words("done-started", name);
}

/** When an entry was, and how long it took. */
function entryName(entry: HistoryEntry): string {
  const { sessions, active } = sumsOf(entry);
  const offset = entryOffset(entry);
  const start = entryStart(entry);
  const when =
    offset === undefined
      ? words("row-merged", sessions, hereText(start))
      : momentText(start, offset);
  return when + " · " + durationText(active / 10);
}

function doneTexts(entry: HistoryEntry): string {
  if (entry.kind === "session") {
    return entry.record.items.map(doneText).join(" · ");
  }
  const { reps, hold } = sumsOf(entry);
  return words("done-sums", reps, Math.round(hold / 10));
}

function row(entry: HistoryEntry): JSX.Element {
  const outcome = entryOutcome(entry);
  const done = doneTexts(entry);
  const sublabel = outcome ? labelled(words("outcome-" + outcome), done) : done;
  const ran = entry.kind === "session" && entry.record.postRun;
  const name = entryName(entry) + (ran ? " · " + words("after-run") : "");
  return <TextImageRow label={name} sublabel={sublabel} />;
}

/** The sessions that are shown, and the way to older ones. */
function sessions(view: View): JSX.Element[] {
  const { storage, summary } = view;
  const answer = exportAnswer(storage);
  const list = answer && answer.format === "list" ? answer : undefined;
  const shown = list ? readEntries(list.text.split("\n")) : summary.recent;
  const rows = shown.reduce<JSX.Element[]>((all, entry) => {
    const name = entryName(entry);
    return isChoosing(view)
      ? all.concat(deleteButton(view, entry, name))
      : all.concat(row(entry), answerRows(view, entry, name));
  }, []);
  const more = list
    ? list.part < list.parts
    : summary.totals.sessions > shown.length;
  const older = () =>
    storage.setItem(ASK_KEY, "list " + ((list ? list.part : 1) + 1));
  const newest = () => storage.removeItem(ASK_KEY);
  if (more)
    rows.push(<Button list label={words("export-older")} onClick={older} />);
  if (list)
    rows.push(<Button list label={words("history-newest")} onClick={newest} />);
  return rows.concat(deletion(view, shown, entryName));
}

/** What keeps the history from being whole, or nothing. */
function troubles({ summary }: View): string[] {
  const texts: string[] = [];
  if (summary.trouble) texts.push(words("trouble-" + summary.trouble));
  if (summary.shortened)
    texts.push(words("shortened", monthText(summary.shortened)));
  if (summary.refused) {
    texts.push(words("refused", summary.refused, summary.why));
  }
  return texts;
}

/** All there was, and each session on demand. */
function totalRows(view: View): JSX.Element[] {
  const { sessions: count, active, sets, reps, hold } = view.summary.totals;
  if (!count) return [<Text>{words("no-sessions")}</Text>, ...restRows(view)];
  return [
    <TextImageRow
      label={words("totals", count, durationText(active / 10))}
      sublabel={words("totals-work", sets, reps, durationText(hold / 10))}
    />,
    ...fold(view.storage, "history", words("history-sessions"), () => [
      <Text>{words("history-help")}</Text>,
      ...restRows(view),
      ...sessions(view),
    ]),
  ];
}

/** This week and all there was; the sessions, a sheet and files on demand. */
export function historySection(view: View): JSX.Element {
  const { settings, summary, week } = view;
  const { count, streak } = weekView(summary, week, settings.routine.goal);
  return (
    <Section title={title("section-history")}>
      {troubles(view).map((text) => (
        <Text bold>{text}</Text>
      ))}
      <TextImageRow
        label={words("this-week", count, settings.routine.goal)}
        sublabel={words("streak", streak)}
      />
      {refusedRows(view)}
      {totalRows(view)}
      {undoButtons(view, entryName)}
      {sheetRows(view)}
      {shareRows(view)}
    </Section>
  );
}
