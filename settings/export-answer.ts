import { fieldsOf, fromJson } from "../phone/json";
import { EXPORT_KEY } from "../phone/settings/keys";

/** What the companion answered to `ask`: one part of the history. */
export interface ExportAnswer {
  /** "list" is for the page to show, a packed entry a line. */
  format: "csv" | "json" | "list";
  /** From 1 to `parts`, the newest sessions in part 1. */
  part: number;
  parts: number;
  text: string;
}

/** The answer in the storage; undefined when there is none. */
export function exportAnswer(storage: LiveStorage): ExportAnswer | undefined {
  const fields = fieldsOf(fromJson(storage.getItem(EXPORT_KEY)));
  const { format, text } = fields;
  const part = Number(fields.part);
  const parts = Number(fields.parts);
  const known = format === "csv" || format === "json" || format === "list";
  return known && typeof text === "string" && part && parts
    ? { format, part, parts, text }
    : undefined;
}
