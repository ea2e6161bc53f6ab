import { HistoryEntry } from "../phone/history/entry";
import { toCsv, toJson } from "../phone/history/export";
import { History } from "../phone/history/history";
import { packEntry } from "../phone/history/packed-entry";
import { ASK_KEY, EXPORT_KEY } from "../phone/settings/keys";
import { KeyValueStore } from "../phone/key-value-store";

type Format = "csv" | "json" | "list";

/** Entries in one part: as many lines as the page can show to be copied, or as fit a list. */
const PARTS: { readonly [format in Format]: number } = {
  csv: 250,
  json: 250,
  list: 10,
};

function textOf(format: Format, entries: HistoryEntry[]): string {
  if (format === "csv") return toCsv(entries);
  if (format === "json") return toJson(entries);
  return entries.map(packEntry).join("\n");
}

/**
 * Writes the part of the history that the page asks for into the settings:
 * {format, part, parts, text}, the newest entries in part 1; of a "list" the
 * text is a packed entry a line. Removes it when
 * nothing is asked for, or when there is no history.
 * @throws When there is no room.
 */
export function answerExport(
  settings: KeyValueStore,
  history: History | undefined,
): void {
  const asked = /^(csv|json|list) (\d{1,4})$/.exec(
    settings.getItem(ASK_KEY) || "",
  );
  if (!asked || !history) {
    settings.removeItem(EXPORT_KEY);
    return;
  }
  const format = asked[1] as Format;
  const size = PARTS[format];
  const entries = history.entries().reverse();
  const parts = Math.max(1, Math.ceil(entries.length / size));
  const part = Math.min(parts, Math.max(1, Number(asked[2])));
  const text = textOf(format, entries.slice((part - 1) * size, part * size));
  settings.setItem(EXPORT_KEY, JSON.stringify({ format, part, parts, text }));
}
