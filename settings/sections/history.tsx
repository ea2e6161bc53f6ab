import { HistoryEntry, entryStart } from "../../phone/history/entry";
import { sumsOf } from "../../phone/history/sums";
import { weekView } from "../../phone/history/summary";
import { ItemRecord, total } from "../../common/record";
import { title } from "../parts";
import { View } from "../view";
import { hereText, momentText, monthText } from "../dates";
import { labelled, nameOf, words } from "../words";

function minutes(tenths: number): number {
  return Math.round(tenths / 600);
}

function doneText(item: ItemRecord): string {
  const name = nameOf(item.exercise, item.name);
  const reps = total(item.reps);
  const seconds = total(item.holdSeconds);
  if (item.skipped && !reps && !seconds) return words("done-skipped", name);
  return reps
    ? words("done-reps", name, reps)
    : words("done-hold", name, seconds);
}

function row(entry: HistoryEntry): JSX.Element {
  const { sessions, active, reps, hold } = sumsOf(entry);
  const length = words("minutes", minutes(active));
  if (entry.kind === "merged") {
    const label = words("row-merged", sessions, hereText(entryStart(entry)));
    return <TextImageRow label={label} sublabel={length} />;
  }
  const given = entry.kind === "brief" ? entry.brief : entry.record;
  const label = momentText(given.start, given.offset) + " · " + length;
  const done =
    entry.kind === "session"
      ? entry.record.items.map(doneText).join(" · ")
      : words("done-sums", reps, Math.round(hold / 10));
  const sublabel = labelled(words("outcome-" + given.outcome), done);
  return <TextImageRow label={label} sublabel={sublabel} />;
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

/** This week, weeks in a row, totals and the last sessions. */
export function historySection(view: View): JSX.Element {
  const { settings, summary, week } = view;
  const { count, streak } = weekView(summary, week, settings.routine.goal);
  const { sessions, active, sets, reps, hold } = summary.totals;
  return (
    <Section
      title={title("section-history")}
      description={<Text>{words("history-help")}</Text>}
    >
      {troubles(view).map((text) => (
        <Text bold>{text}</Text>
      ))}
      <TextImageRow
        label={words("this-week", count, settings.routine.goal)}
        sublabel={words("streak", streak)}
      />
      <TextImageRow
        label={words("totals", sessions, minutes(active))}
        sublabel={words("totals-work", sets, reps, minutes(hold))}
      />
      {summary.recent.length
        ? summary.recent.map(row)
        : [<Text>{words("no-sessions")}</Text>]}
    </Section>
  );
}
