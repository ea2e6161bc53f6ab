import type { Step } from "./lives";

/** Files of a stand-in watch: text, bytes, or the size of a file that only keeps room. */
export type Files = Record<string, string | number | Uint8Array>;

/** What a watch is before its program is launched. */
export interface Setup {
  /** The folder of the unpacked bundle, and its main file. */
  readonly folder: string;
  readonly main: string;
  readonly files?: Files;
  /** The clock in ms since 1970. */
  readonly clock?: number;
  /** Every message is long. */
  readonly longWords?: boolean;
  /** What its views differ in from the usual; see `stand-ins/document.js`. */
  readonly answers?: Record<string, string>;
  /** Bytes of the heap that are taken away, beside what the system has. */
  readonly away?: number;
  /** Vibrations are not reported, so that they cost nothing. */
  readonly quiet?: boolean;
}

/** What the system's own modules take on a watch, about; the stand-ins take a little less. */
export const SYSTEM_BYTES = 20_500;

/** Of two bytes a letter: longer than all but a few sentences of any language. */
const LONG_WORDS = "\u0416\u0449".repeat(12) + " %1 %2";

/** ES5 that readies the stand-in watch and launches the program. */
export function setupScript(setup: Setup): string {
  const { files = {}, clock, longWords, answers, away, quiet } = setup;
  const lines = Object.entries(files).map(
    ([name, content]) =>
      `bench.files[${text(name)}] = ${
        // Not "instanceof": they may come from another realm of Node's.
        ArrayBuffer.isView(content)
          ? `new Uint8Array([${content.join()}])`
          : text(content)
      };`,
  );
  if (clock) lines.push(`bench.setClock(${clock});`);
  if (quiet) lines.push("bench.felt = function () {};");
  if (longWords) {
    lines.push(
      `bench.word = function (message) { return message.charAt(0) + ${text(LONG_WORDS)}; };`,
    );
  }
  for (const [question, answer] of Object.entries(answers ?? {})) {
    lines.push(`bench.answers[${text(question)}] = ${text(answer)};`);
  }
  if (away !== undefined) lines.push(`bench.fill(${SYSTEM_BYTES + away});`);
  lines.push(`bench.launch(${text(setup.folder)}, ${text(setup.main)});`);
  return lines.join("\n") + "\n";
}

/** A press of the button that watches before Versa 3 have in the place of the swipe. */
const PRESS_BACK =
  'bench.emit(bench.document, "keypress", { key: "back" }); __jobs();';

/**
 * ES5 that lets these steps happen, and says so at the end.
 * @param backButton a button of the case does what a swipe does on newer watches
 */
export function lifeScript(
  steps: readonly Step[],
  backButton: boolean,
): string {
  const lines = steps.map((step) =>
    step[0] === "swipe" && backButton ? PRESS_BACK : line(step),
  );
  return [...lines, 'print("end");'].join("\n") + "\n";
}

function line(step: Step): string {
  switch (step[0]) {
    case "wait":
      return `bench.wait(${step[1]});`;
    case "tap":
      return `bench.tap(${text(step[1])});`;
    case "swipe":
      return "bench.swipe();";
    case "dark":
      return "bench.light(false);";
    case "arrive":
      return `bench.arrive(${text(step[1])}, ${text(JSON.stringify(step[2]))});`;
    case "acknowledge":
      return "bench.acknowledge();";
    case "note":
      return 'print("used " + bench.used());';
  }
}

/** A value as ES5 source, which knows no line separators in strings. */
function text(value: unknown): string {
  return JSON.stringify(value)
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}
