import { readExport } from "../../phone/history/restore";
import type { HistoryEntry } from "../../phone/history/entry";
import { entryStart } from "../../phone/history/entry";
import { usualAt } from "../../phone/coach/back";
import { balances } from "../../phone/coach/balance";
import { decide } from "../../phone/coach/decide";
import { following } from "../../phone/coach/follow";
import { routingOf } from "../../phone/coach/routing";
import { coachSession } from "../../phone/coach/session";
import { type CoachState, newCoach } from "../../phone/coach/state";
import {
  choicesOf,
  readCoachSettings,
} from "../../phone/settings/coach-settings";
import { itemKey } from "../../phone/settings/keys";
import { readSettings } from "../../phone/settings/settings";
import {
  ArgumentError,
  asCommand,
  quoted,
  requireFile,
  visibleLine,
  visibleText,
} from "fitbit-simulator/run";
import { type CoachOptions, USAGE, parseCoachOptions } from "./options";
import { SEE, sidesTold, toldOf } from "./told";

const DONE = 0;

/** @throws {ArgumentError} When it cannot be read or is no JSON. */
function requireJson(argument: string, file: string): unknown {
  const text = new TextDecoder().decode(requireFile(argument, file));
  try {
    return JSON.parse(text.replace(/^\ufeff/, "")) as unknown;
  } catch (error) {
    const why = visibleLine((error as Error).message);
    throw new ArgumentError(`${argument} is no JSON: ${why}`);
  }
}

/** @throws {ArgumentError} When it is no list of sessions as an export has them. */
function requireSessions(file: string): HistoryEntry[] {
  const argument = `FILE ${quoted(file)}`;
  const json = requireJson(argument, file);
  if (!Array.isArray(json)) {
    throw new ArgumentError(
      `${argument} is no list; allowed: sessions as --export json prints them`,
    );
  }
  return json.map((one: unknown, i) => {
    const read = readExport(JSON.stringify([one]));
    const entry = read.ok ? read.value.entries[0] : undefined;
    if (entry) return entry;
    throw new ArgumentError(
      `${argument}: session ${i + 1} cannot be used; allowed: one as --export json prints it`,
    );
  });
}

/** @throws {ArgumentError} When it is no object of strings. */
function requireSettings(file: string | undefined): Record<string, string> {
  if (file === undefined) return {};
  const argument = `--settings ${quoted(file)}`;
  const json = requireJson(argument, file);
  const strings =
    typeof json === "object" && json !== null && !Array.isArray(json)
      ? Object.entries(json)
      : undefined;
  if (!strings || strings.some(([, value]) => typeof value !== "string")) {
    throw new ArgumentError(
      `${argument} is no object of strings; allowed: {"coach":"auto"}`,
    );
  }
  return Object.fromEntries(strings) as Record<string, string>;
}

/** A line of JSON for each session. */
function answer({ file, steps, settingsFile }: CoachOptions): string {
  const settings = requireSettings(settingsFile);
  Object.entries(steps).forEach(([exercise, step]) => {
    settings[itemKey(exercise, "step")] = String(step);
  });
  const lookup = (key: string) => settings[key];
  const coach = readCoachSettings(lookup);
  const choices = choicesOf(readSettings(lookup), coach);
  let state: CoachState = following(newCoach(0), choices);
  const lines = requireSessions(file).map((entry) => {
    const now = entryStart(entry);
    const session = coachSession(entry);
    const usual = usualAt(state.sessions, now);
    const decided = decide(state, choices, session, now);
    state = decided.state;
    const sides = balances(state, now)
      .map(sidesTold)
      .filter((told) => told !== undefined);
    return JSON.stringify({
      id: session.id,
      start: now,
      ...(usual === undefined ? {} : { usual }),
      decided: decided.changes.map((change) => ({
        ...change,
        told: toldOf(change),
      })),
      see: routingOf(state.sessions, [], now).map((rule) => ({
        rule,
        told: SEE[rule],
      })),
      ...(sides.length ? { sides } : {}),
    });
  });
  return lines.map((line) => line + "\n").join("");
}

function main(): number {
  const options = parseCoachOptions(process.argv.slice(2));
  const text = options === "help" ? USAGE + "\n" : visibleText(answer(options));
  process.stdout.write(text);
  return DONE;
}

void asCommand(main);
