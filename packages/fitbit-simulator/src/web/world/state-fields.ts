import type { ArrivedFile, QueuedFile } from "../../engine";

/** Why a file is no state; a sentence without its full stop. */
export class StateFileFault extends Error {}

/** An object of JSON whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a JSON text holds. @throws StateFileFault */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StateFileFault("it is damaged, or no JSON");
  }
}

/** @throws StateFileFault that says what a part should have been */
export function wrong(where: string, needs: string): never {
  throw new StateFileFault(`${where} is not ${needs}`);
}

/** An object. @throws StateFileFault */
export function fieldsOf(where: string, value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : wrong(where, "an object");
}

/** @throws StateFileFault when a file's form is not the one that is read */
export function requireVersion({ version }: Fields, allowed: number): void {
  if (version === allowed) return;
  throw new StateFileFault(
    `it is of version ${String(version)}; allowed: ${allowed}`,
  );
}

/** A list. @throws StateFileFault */
export function listOf(where: string, value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : wrong(where, "a list");
}

/** A text. @throws StateFileFault */
export function textOf(where: string, value: unknown): string {
  return typeof value === "string" ? value : wrong(where, "a text");
}

/** The last moment that a watch's files have room for, in ms since 1970. */
const LAST_MS = 4294967295000;

/** A moment in ms since 1970. @throws StateFileFault */
export function momentOf(where: string, value: unknown): number {
  return typeof value === "number" && value >= 0 && value <= LAST_MS
    ? value
    : wrong(where, `a number from 0 to ${LAST_MS}`);
}

/** An object of texts. @throws StateFileFault */
export function textsOf(where: string, value: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, text] of Object.entries(fieldsOf(where, value))) {
    texts[key] = textOf(`${where}: ${key}`, text);
  }
  return texts;
}

/** Bytes that were written as base64. @throws StateFileFault */
export function bytesOf(where: string, value: unknown): Uint8Array {
  try {
    return Uint8Array.from(atob(textOf(where, value)), (one) =>
      one.charCodeAt(0),
    );
  } catch {
    return wrong(where, "base64");
  }
}

/** A file that has arrived. @throws StateFileFault */
export function arrived(value: unknown): ArrivedFile {
  const { name, data } = fieldsOf("a file", value);
  const named = textOf("a file's name", name);
  return { name: named, data: bytesOf(`the file ${named}`, data) };
}

/** A file on its way. @throws StateFileFault */
export function queued(value: unknown): QueuedFile {
  const { to } = fieldsOf("a file", value);
  if (to !== "watch" && to !== "phone") return wrong("to", "watch or phone");
  return { to, ...arrived(value) };
}
