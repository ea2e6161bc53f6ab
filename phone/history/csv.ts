/** What a cell holds; undefined leaves it empty. */
export type Cell = string | number | boolean | undefined;

/** The columns of a table in their order: the header and the value below it. */
export type Columns<Row> = ReadonlyArray<
  readonly [header: string, valueOf: (row: Row) => Cell]
>;

/**
 * A text that a spreadsheet would run as a formula (OWASP, "CSV Injection"):
 * it begins with one of these signs, perhaps in a wide form and behind blanks,
 * or with a tab or a line break.
 */
const FORMULA =
  /^([\t\r\n]|[\s\u200b\u2060\ufeff]*[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])/;

/** The text of a cell; what would be a formula gets an apostrophe in front. */
function cellText(value: Cell): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? "'" + value : value;
  return /[",\r\n']/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** A table as CSV (RFC 4180): a byte-order mark, a header, and a line for each row. */
export function csvOf<Row>(
  columns: Columns<Row>,
  rows: ReadonlyArray<Row>,
): string {
  const headers: Cell[] = columns.map(([header]) => header);
  const cells = rows.map((row) => columns.map(([, valueOf]) => valueOf(row)));
  const lines = [headers].concat(cells).map((line) => line.map(cellText));
  return BYTE_ORDER_MARK + lines.map((line) => line + "\r\n").join("");
}

/** Two digits. */
function two(n: number): string {
  return (n < 10 ? "0" : "") + n;
}

/** An ISO 8601 date with its offset: 2026-11-22T07:05:00+01:00. */
export function isoDate(seconds: number, offset: number): string {
  const local = new Date((seconds + offset * 60) * 1000).toISOString();
  const minutes = Math.abs(offset);
  const zone =
    (offset < 0 ? "-" : "+") +
    two(Math.floor(minutes / 60)) +
    ":" +
    two(minutes % 60);
  return local.slice(0, 19) + zone;
}
