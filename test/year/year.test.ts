import { type Day, Year, liveDays } from "../../verification/year/year";
import { brokenRules } from "../../verification/year/rules";
import { builtPackage } from "../support/host";

/** `npm run year` lives all of it; this many sessions show what grows with each. */
const SESSIONS = 30;
const WEEKS = 8;

describe("eight weeks of sessions, new settings each week, a death each day", () => {
  const year = new Year(builtPackage());
  let days: Day[];

  beforeAll(async () => {
    days = await liveDays(year, SESSIONS, WEEKS * 7);
  }, 240_000);

  test("heap, files and storages stay as predicted, and every session is kept", () => {
    expect(days).toHaveLength(SESSIONS);
    expect(brokenRules(days, year)).toEqual([]);
  });

  test("both kinds of death were met", () => {
    const killed = days.map((day) => day.killed);
    expect(new Set(killed)).toEqual(new Set(["watch", "companion"]));
  });

  test("the watch keeps the files that it always has", () => {
    const always = ["last", "routine-a", "routine-b", "spare", "watch"];
    expect(year.stored.files).toEqual(always);
  });

  test("a session costs the same work, to the change of doses", () => {
    const same = days.filter((day) => day.killed === "companion");
    const [first, last] = [same[0]!, same[same.length - 1]!];
    expect(Math.abs(last.wakeups / first.wakeups - 1)).toBeLessThan(0.15);
    expect(Math.abs(last.fileWrites / first.fileWrites - 1)).toBeLessThan(0.15);
  });
});
