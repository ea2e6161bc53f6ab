import { transferNameFault } from "../../engine";
import { quoted } from "../arguments";
import type { SentFile } from "./stored-state";

/** What was read is not a state; the message says where and what is wrong. */
export class StateFault extends Error {}

/** An object of JSON whose fields are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What a JSON text holds.
 * @throws StateFault when it is no JSON, as after a crash of another program
 */
export function parseJson(text: string): unknown {
  if (text.trim() === "") throw new StateFault("it is empty");
  try {
    return JSON.parse(text);
  } catch (error) {
    // The message itself quotes what it found, as it is.
    const at = /position \d+/.exec((error as Error).message)?.[0];
    throw new StateFault(`it is damaged or no JSON${at ? ` (${at})` : ""}`);
  }
}

function wrong(where: string, value: unknown, allowed: string): never {
  const found = value === undefined ? "missing" : briefly(value);
  throw new StateFault(`${where} is ${found}; allowed: ${allowed}`);
}

/** A value as a message of one line can show it. */
function briefly(value: unknown): string {
  return JSON.stringify(value).slice(0, 40);
}

/** @throws StateFault */
export function readObject(where: string, value: unknown): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as JsonObject;
  }
  return wrong(where, value, "an object");
}

/** @throws StateFault */
export function readText(where: string, value: unknown): string {
  return typeof value === "string" ? value : wrong(where, value, "a string");
}

/** An object of strings, as the platform stores values. @throws StateFault */
export function readTexts(
  where: string,
  value: unknown,
): Record<string, string> {
  const texts = readObject(where, value);
  for (const [key, text] of Object.entries(texts)) {
    readText(`${where}: ${quoted(key)}`, text);
  }
  return texts as Record<string, string>;
}

/** A date, in ms since 1970; undefined when there is none. @throws StateFault */
export function readMoment(where: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  return Number.isFinite(value) && Math.abs(value as number) <= 8.64e15
    ? (value as number)
    : wrong(where, value, "milliseconds since 1970");
}

/** Bytes that were written as base64. @throws StateFault */
export function readBytes(where: string, value: unknown): Uint8Array {
  const text = readText(where, value);
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) wrong(where, value, "base64");
  return new Uint8Array(bytes);
}

/** A list of files that are on their way or have arrived. @throws StateFault */
export function readSentFiles(where: string, value: unknown): SentFile[] {
  if (!Array.isArray(value)) return wrong(where, value, "a list of files");
  return value.map((entry: unknown, index) => {
    const at = `${where}[${index}]`;
    const { to, name, data } = readObject(at, entry);
    if (to !== "watch" && to !== "phone") {
      return wrong(`${at}.to`, to, "watch, phone");
    }
    const file = readText(`${at}.name`, name);
    if (transferNameFault(file) !== undefined) {
      return wrong(`${at}.name`, file, "a name that a file can be sent under");
    }
    return {
      to,
      name: file,
      data: readBytes(`${at}.data`, data),
    };
  });
}
