import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CalendarEvent, WorldOptions } from "../src/engine";
import { act, actionFault } from "../src/run/actions";
import { inlinePackage } from "../src/testing/inline-package";
import { disposeWorlds, observe } from "../src/testing/world";

afterEach(disposeWorlds);

const PERMISSIONS = ["access_internet", "access_calendar"];

/** A phone whose companion is written down in the test; `go` launches it and gives what it logged. */
async function phone(
  code: string,
  permissions = PERMISSIONS,
  options: WorldOptions = {},
) {
  const companion = `var log = function () { console.log(JSON.stringify([].slice.call(arguments))); };
    function no(e) { log(e.name, e.message); } ${code}`;
  const it = await observe(inlinePackage({ companion, permissions }), options);
  return {
    ...it,
    go: () => {
      it.world.phone.launch();
      it.world.run(it.world.nowMs + 100);
      return it.logs();
    },
  };
}

describe("fetch is answered as the world's user sets", () => {
  const GET = `function get(a) { return fetch(a).then(function (r) { return r.text().then(function (t) { log(r.ok, r.status, r.headers.get("Content-Type"), t); }); }).catch(no); }`;

  test("the whole address first, then the longest beginning; all else fails", async () => {
    const { world, of, go } = await phone(
      `${GET} ["/a?k=1#top", "/a?k=2", "/b", "/", ""].forEach(function (p) { get("https://example.org" + p); });`,
    );
    const { web } = world.phone;
    web.set("https://example.org/*", { status: 404 });
    web.set("https://example.org/a*", { text: "old" });
    web.set("https://example.org/a*", { text: "grün" });
    web.set("https://example.org/a?k=1", {
      json: { a: [1] },
      headers: { "Content-Type": "text/x" },
    });
    expect(go()).toEqual([
      '[true,200,"text/x","{\\"a\\":[1]}"]',
      '[true,200,"text/plain;charset=utf-8","grün"]',
      '[false,404,null,""]',
      '[false,404,null,""]',
      '["TypeError","this host has no network: https://example.org"]',
    ]);
    expect(of("missing")).toHaveLength(1);
  });

  test("a body is read once, in each of its forms", async () => {
    const { world, go } = await phone(
      `fetch("https://example.org/").then(function (r) { var s = r.clone(), t = r.clone();
         return r.json().then(function (j) { log(j, r.bodyUsed, s.bodyUsed); return s.arrayBuffer(); })
           .then(function (b) { log(b.byteLength); return t.text(); }).then(function (x) { log(x); return r.text(); }); }).catch(no);
       fetch("https://example.org/no.json").then(function (r) { return r.json(); }).catch(function (e) { log(e.name); });`,
    );
    const bytes = new TextEncoder().encode('{"a":1}');
    world.phone.web.set("https://example.org/", { bytes });
    world.phone.web.set("https://example.org/no.json", { text: "<html>" });
    bytes.fill(0);
    expect(go()).toEqual([
      '[{"a":1},true,false]',
      '["SyntaxError"]',
      "[7]",
      '["{\\"a\\":1}"]',
      '["TypeError","the body of this response was read already"]',
    ]);
  });

  test("not without the permission", async () => {
    const { world, go } = await phone(
      `${GET} get("https://example.org/");`,
      [],
    );
    world.phone.web.set("https://example.org/", { text: "x" });
    expect(go()).toEqual([
      '["TypeError","fetch needs the permission access_internet"]',
    ]);
  });

  test("what cannot be an answer is refused, and what was set stays", async () => {
    const { world } = await phone("");
    const { web } = world.phone;
    const at = "https://example.org/";
    web.set(at, { status: 204 });
    expect(() => web.set("example.org", {})).toThrow(
      '"example.org" is no address of the web: one begins with http:// or https://',
    );
    expect(() => web.set(at, { status: 99 })).toThrow(
      "the status of an answer is 99; allowed: a whole number from 200 to 599",
    );
    expect(() => web.set(at, { text: "ü".repeat(500_001) })).toThrow(
      "the answer of https://example.org/ has 1000002 bytes; allowed: 1000000 at most",
    );
    expect(web.find(at)?.status).toBe(204);
    web.clear();
    expect(web.find(at)).toBeUndefined();
  });
});

describe("the calendars are as the world's user sets", () => {
  const EVENTS: CalendarEvent[] = [
    {
      title: "Run",
      start: "2026-01-01T18:00",
      end: "2026-01-01T19:00:30",
      location: "park",
    },
    {
      title: "New Year",
      start: "2026-01-01",
      end: "2026-01-01",
      calendar: "Holidays",
      source: "Mail",
    },
    {
      title: "Call",
      start: "2026-01-02T00:30+02:00",
      end: "2026-01-01T22:30Z",
      calendar: "Work",
      source: "Mail",
    },
  ];

  test("with sources, calendars and events, in the phone's time zone", async () => {
    const { world, go } = await phone(
      `var c = require("calendars").default;
       c.searchSources().then(log); c.searchCalendars().then(log); c.searchCalendars({ sourceIds: ["1"] }).then(log);
       c.searchEvents({}).then(function (all) { all.forEach(function (e) {
         log(e.id, e.sourceId, e.calendarId, e.title, e.startDate, e.endDate, e.isAllDay, e.location, e.status); }); });`,
      PERMISSIONS,
      { tzOffsetMinutes: 60 },
    );
    world.phone.calendars.set(EVENTS);
    expect(go().sort()).toEqual([
      '["1","1","1","Run","2026-01-01T17:00:00.000Z","2026-01-01T18:00:30.000Z",false,"park","confirmed"]',
      '["2","2","2","New Year","2025-12-31T23:00:00.000Z","2026-01-01T23:00:00.000Z",true,null,"confirmed"]',
      '["3","2","3","Call","2026-01-01T22:30:00.000Z","2026-01-01T22:30:00.000Z",false,null,"confirmed"]',
      '[[{"title":"Calendar","sourceId":"1","id":"1"},{"title":"Holidays","sourceId":"2","id":"2"},{"title":"Work","sourceId":"2","id":"3"}]]',
      '[[{"title":"Calendar","sourceId":"1","id":"1"}]]',
      '[[{"title":"Phone","id":"1"},{"title":"Mail","id":"2"}]]',
    ]);
  });

  test("an event is in a time that it reaches into, not where it ends as that begins", async () => {
    const { world, go } = await phone(
      `function at(from, to, ids) { require("calendars").calendars.searchEvents({ startDate: new Date(from), endDate: new Date(to), calendarIds: ids })
         .then(function (all) { log(all.map(function (e) { return e.title; }).join()); }); }
       at("2026-01-01T00:00Z", "2026-01-01T23:59Z"); at("2026-01-01T18:30Z", "2026-01-01T18:40Z"); at("2026-01-02T00:00Z", "2026-01-03T00:00Z");
       at("2026-01-01T22:30Z", "2026-01-01T22:30Z", ["3"]); at("2026-01-01T00:00Z", "2026-01-01T23:59Z", ["2", "3"]);`,
    );
    world.phone.calendars.set(EVENTS);
    expect(go()).toEqual([
      '["New Year,Run,Call"]',
      '["New Year,Run"]',
      '[""]',
      '["Call"]',
      '["New Year,Call"]',
    ]);
  });

  test("not without the permission", async () => {
    const { go } = await phone(
      `var c = require("calendars").default; [c.searchSources(), c.searchCalendars(), c.searchEvents({})].forEach(function (p) { p.catch(no); });`,
      [],
    );
    expect(go()).toEqual(
      Array<string>(3).fill(
        '["Error","calendars needs the permission access_calendar"]',
      ),
    );
  });

  const good = EVENTS[1]!;
  test.each<[unknown, string]>([
    [{}, "the events of the calendars are no list"],
    [[good, null], "event 2 of the calendars is no object"],
    [[{ ...good, title: 3 }], "event 1 of the calendars: its title is no text"],
    [[{ ...good, source: {} }], "its source is no text"],
    [[{ ...good, start: "2026-02-30" }], "its start is no time; allowed: such"],
    [[{ ...good, end: "2026-01-01T24:61" }], "its end is no time"],
    [[{ ...good, end: "2026-01-01T10:00" }], "a day and a time"],
    [[{ ...good, end: "2025-12-30" }], "its end is before its start"],
    [[{ ...good, description: "x".repeat(1e6) }], "are too large"],
  ])("what is no event is refused, case %#", async (events, says) => {
    const { calendars } = (await phone("")).world.phone;
    calendars.set([good]);
    expect(() => calendars.set(events as CalendarEvent[])).toThrow(says);
    expect(calendars.data.events).toHaveLength(1);
  });
});

describe("actions of a run set the answers", () => {
  let folder = "";
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "answers-"))));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("from files, and a status alone", async () => {
    const { world } = await phone("");
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const done = (name: string, value: string): string | undefined =>
      actionFault(name, value) ?? act(world, { name, value });
    const at = "https://example.org/?id=1";
    expect(done("fetch", `${at}=${file("a.json", "[1]")}`)).toBeUndefined();
    expect(world.phone.web.find(at)).toEqual({
      status: 200,
      headers: { "content-type": "application/json" },
      body: new TextEncoder().encode("[1]"),
    });
    expect(done("fetch", `${at}=503`)).toBeUndefined();
    expect(world.phone.web.find(at)?.status).toBe(503);
    expect(done("fetch", `${at}=no-file`)).toBe(
      'fetch: "no-file" cannot be read',
    );
    expect(done("fetch", "example.org=404")).toMatch(/^fetch needs an address/);
    const day = `[{ "title": "a", "start": "2026-01-01", "end": "2026-01-01" }]`;
    expect(done("calendars", file("c.json", day))).toBeUndefined();
    expect(world.phone.calendars.data.calendars).toEqual([
      { id: "1", sourceId: "1", title: "Calendar" },
    ]);
    expect(done("calendars", file("d.json", "{"))).toMatch(
      /d\.json" is no JSON$/,
    );
    expect(done("calendars", file("e.json", "7"))).toMatch(/are no list$/);
  });
});
