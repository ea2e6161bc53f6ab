import { ReportPace } from "../../src/web/world/report-pace";

/** A page that is told things, and a clock that the test moves. */
function page(open = true) {
  const told: string[] = [];
  let news = 0;
  let waiting: { ms: number; run: () => void }[] = [];
  const later = (ms: number, run: () => void) => {
    const entry = { ms, run };
    waiting.push(entry);
    return () => undefined;
  };
  const pace = new ReportPace({ later }, () => {
    told.push(`${news}`);
    return open;
  });
  return {
    told,
    happens: () => {
      news += 1;
      pace.tell();
    },
    shown: (ms: number) => pace.shown(ms),
    waits: () => waiting.map(({ ms }) => ms),
    pass: () => {
      const due = waiting;
      waiting = [];
      for (const { run } of due) run();
    },
  };
}

test("what happens while the page shows something is told at once afterwards, together", () => {
  const { told, happens, shown, pass } = page();
  happens();
  happens();
  happens();
  expect(told).toEqual(["1"]);
  shown(3);
  pass();
  expect(told).toEqual(["1", "3"]);
  shown(3);
  pass();
  expect(told).toEqual(["1", "3"]);
  happens();
  expect(told).toEqual(["1", "3", "4"]);
});

test("a page that was busy for half a second has as long for its user", () => {
  const { told, happens, shown, waits, pass } = page();
  happens();
  shown(500);
  happens();
  expect(waits()).toEqual([500]);
  expect(told).toEqual(["1"]);
  pass();
  expect(told).toEqual(["1", "2"]);
});

test("after a very long time the page still hears of the world", () => {
  const { happens, shown, waits } = page();
  happens();
  shown(60_000);
  expect(waits()).toEqual([2000]);
});

test("where nothing is open nothing is waited for", () => {
  const { told, happens } = page(false);
  happens();
  happens();
  expect(told).toEqual(["1", "2"]);
});

test("an answer to a report of an earlier world changes nothing", () => {
  const { shown, waits } = page();
  shown(5);
  expect(waits()).toEqual([]);
});
