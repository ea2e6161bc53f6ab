import { visibleLine, visibleText } from "../src/visible";
import { eventLine, quoted, RunReport } from "../src/run";

/** Sets the title, wipes the screen, writes to the clipboard, in C1, turned round. */
const HOSTILE = "\u001b]0;hi\u0007\u001b[2J\u009b2J\u202egnp.exe\r\u2028";
// eslint-disable-next-line no-control-regex -- they are what must not be there
const RAW = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]/;

afterEach(() => jest.restoreAllMocks());

/** What a report writes to the terminal. */
function written(report: (to: RunReport) => void, format: "text" | "ndjson") {
  let all = "";
  const take = (text: unknown) => {
    all += String(text);
    return true;
  };
  jest.spyOn(process.stdout, "write").mockImplementation(take);
  jest.spyOn(console, "error").mockImplementation(take);
  report(new RunReport(format));
  return all;
}

test("a screen's text and an app's last words reach the terminal as text", () => {
  const seen = eventLine({
    t: 1,
    type: "screen",
    view: "index",
    text: { a: `${HOSTILE}\nforged line` },
  });
  expect(seen).not.toMatch(RAW);
  expect(seen).not.toContain("\n");
  expect(seen).toContain("\\u001b]0;hi\\u0007");
  const end = eventLine({
    t: 1,
    type: "exit",
    from: "watch",
    reason: "error",
    error: HOSTILE,
  });
  expect(end).not.toMatch(RAW);
});

test.each([
  ["watch", "the app"],
  ["companion", "the companion"],
  ["settings", "the settings page"],
] as const)("a program that ended is named: %s", (from, name) => {
  const exit = { t: 5, type: "exit", from, reason: "out of memory" } as const;
  expect(eventLine(exit)).toBe(`  0:05  ${name} ended: out of memory`);
});

test.each(["text", "ndjson"] as const)(
  "a log line as %s is one line of text",
  (format) => {
    const all = written(
      (report) =>
        report.event({
          t: 1,
          type: "log",
          level: "log",
          from: "watch",
          message: `${HOSTILE}${"x".repeat(30_000)}`,
        }),
      format,
    );
    expect(all).not.toMatch(RAW);
    expect(all).toContain("\\u001b");
  },
);

test("JSON keeps its value while nothing of it acts on a terminal", () => {
  const text = visibleText(JSON.stringify({ HOSTILE }));
  expect(text).not.toMatch(RAW);
  expect(JSON.parse(text)).toEqual({ HOSTILE });
});

test("a line is cut, a quoted argument is plain", () => {
  expect(visibleLine("y".repeat(30_000))).toHaveLength(4001);
  expect(quoted(HOSTILE)).not.toMatch(RAW);
  expect(visibleText("grüß 日本 👩‍🚀\n\tok\r\n")).toBe("grüß 日本 👩‍🚀\n\tok\r\n");
});
