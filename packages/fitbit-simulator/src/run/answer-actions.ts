import type { CalendarEvent, World } from "../engine";
import type { ActionTable } from "./action";
import { quoted } from "./arguments";
import { requireFile } from "./input";
import { tried } from "./tried";

/** What a server says of a file by the end of its name. */
const TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  txt: "text/plain",
  html: "text/html",
  xml: "application/xml",
  gpx: "application/gpx+xml",
  jpg: "image/jpeg",
  png: "image/png",
};

/** Sets what an address answers: a status alone, or what a file holds. */
function answer({ phone }: World, value: string): string | void {
  // An address may hold the sign, as in `?id=1`; the last one is meant.
  const at = value.lastIndexOf("=");
  const [address, what] = [value.slice(0, at), value.slice(at + 1)];
  return tried(() => {
    if (/^\d{3}$/.test(what)) {
      phone.web.set(address, { status: Number(what) });
      return;
    }
    const bytes = requireFile(`fetch: ${quoted(what)}`, what);
    const type = TYPES[what.split(".").pop()!.toLowerCase()];
    phone.web.set(address, {
      bytes,
      headers: type === undefined ? {} : { "content-type": type },
    });
  });
}

/** Puts the events of a file into the phone's calendars, in the place of all others. */
function fill({ phone }: World, file: string): string | void {
  const argument = `calendars: ${quoted(file)}`;
  return tried(() => {
    const text = new TextDecoder().decode(requireFile(argument, file));
    let events: unknown;
    try {
      events = JSON.parse(text);
    } catch {
      throw new Error(`${argument} is no JSON`);
    }
    phone.calendars.set(events as CalendarEvent[]);
  });
}

/** What the world outside answers the companion. */
export const ANSWER_ACTIONS: ActionTable = {
  fetch: {
    form: "URL=FILE",
    pattern: /^https?:\/\/.+=./is,
    needs:
      "an address, or its beginning and *, and a file or a status: fetch:https://example.org/*=FILE.json or =404",
    act: answer,
  },
  calendars: {
    form: "FILE.json",
    pattern: /./s,
    needs: "a file with a list of events: calendars:FILE.json",
    act: fill,
  },
};
