import type { WorldEvent } from "../../src/engine";
import { EventBuffer } from "../../src/web/world/event-buffer";

function log(message: string, t = 1): WorldEvent {
  return { type: "log", level: "log", from: "watch", message, t };
}

function taken(count: number, message: (at: number) => string) {
  const buffer = new EventBuffer();
  for (let at = 0; at < count; at += 1) buffer.push(log(message(at), at));
  return buffer.take();
}

test("a session's thousands of events all arrive, each once", () => {
  const buffer = new EventBuffer();
  for (let at = 0; at < 10_000; at += 1) buffer.push(log(`line ${at}`));
  expect(buffer.take()).toHaveLength(10_000);
  expect(buffer.take()).toEqual([]);
});

test("of long lines without end the newest arrive, and it is told how many do not", () => {
  const events = taken(5000, (at) => `${at} ${"l".repeat(3000)}`);
  expect(events.length).toBeLessThan(200);
  expect(events.at(-1)).toMatchObject({ t: 4999 });
  const left = 5000 - (events.length - 1);
  expect(events[0]).toEqual({
    type: "log",
    level: "warn",
    from: "watch",
    message: `${left} events are left out here: more than the page can take`,
    t: events[1]!.t,
  });
});

test("no more wait than the page can keep, however long it takes", () => {
  expect(taken(100_000, () => "x")).toHaveLength(20_001);
});

test("the start and the end of a program arrive, however much lies between", () => {
  const buffer = new EventBuffer();
  buffer.push({ type: "launch", from: "settings", t: 1 });
  for (let at = 0; at < 50; at += 1) {
    buffer.push({
      type: "storage",
      key: "k".repeat(1e6),
      from: "settings",
      t: 2,
    });
    const text = { a: "x".repeat(1e6), b: "short" };
    buffer.push({ type: "screen", view: "index", text, t: 2 });
  }
  for (let at = 0; at < 500; at += 1) buffer.push(log("l".repeat(4000)));
  const events = buffer.take();
  expect(events.map(({ type }) => type)).toContain("launch");
  expect(JSON.stringify(events).length).toBeLessThan(600_000);
});
