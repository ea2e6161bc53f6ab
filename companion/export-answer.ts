import { toCsv, toJson } from "../phone/history/export";
import { History } from "../phone/history/history";
import { ASK_KEY, EXPORT_KEY } from "../phone/settings/keys";
import { KeyValueStore } from "../phone/key-value-store";

/** Entries in one part: about 150 KB of CSV, which the page can still show. */
const PART = 1000;

/**
 * Writes the part of the history that the page asks for into the settings:
 * {format, part, parts, text}, the newest entries in part 1. Removes it when
 * nothing is asked for, or when there is no history.
 * @throws When there is no room.
 */
export function answerExport(
  settings: KeyValueStore,
  history: History | undefined,
): void {
  const asked = /^(csv|json) (\d{1,4})$/.exec(settings.getItem(ASK_KEY) || "");
  if (!asked || !history) {
    settings.removeItem(EXPORT_KEY);
    return;
  }
  const entries = history.entries().reverse();
  const parts = Math.max(1, Math.ceil(entries.length / PART));
  const part = Math.min(parts, Math.max(1, Number(asked[2])));
  const slice = entries.slice((part - 1) * PART, part * PART);
  const format = asked[1]!;
  const text = format === "csv" ? toCsv(slice) : toJson(slice);
  settings.setItem(EXPORT_KEY, JSON.stringify({ format, part, parts, text }));
}
