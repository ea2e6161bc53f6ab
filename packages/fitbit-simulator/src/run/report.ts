import { fitOf, memoryText, type World, type WorldEvent } from "../engine";
import { eventLine, type ScreenTexts } from "./event-line";
import type { RunOptions } from "./options";
import { ProgressLine } from "./progress-line";
import { visibleLine, visibleText } from "../visible";

/**
 * Prints a run: its events and other records to standard output, a line each; what the programs
 * log, and warnings, to standard error.
 */
export class RunReport {
  /** What programs wanted and this host lacks, such as `companion function fetch`. */
  readonly missed: string[] = [];
  private readonly line = new ProgressLine(process.stderr);

  /** @param shown which texts of a screen the text format prints */
  constructor(
    private readonly format: RunOptions["format"],
    private readonly shown?: ScreenTexts,
  ) {}

  event(event: WorldEvent): void {
    if (event.type === "missing") {
      this.missed.push(`${event.from} ${event.what} ${event.name}`);
    }
    if (event.type === "log") {
      const at = event.at === undefined ? "" : ` (${event.at})`;
      this.warning(`${event.t} ${event.from}: ${event.message}${at}`);
    }
    this.record(event, () => eventLine(event, this.shown));
  }

  /** Prints a record as JSON, or in words as far as `words` has some for it. */
  record(record: object, words: () => string | undefined): void {
    const line = this.format === "ndjson" ? JSON.stringify(record) : words();
    if (line === undefined) return;
    this.line.clear();
    process.stdout.write(`${visibleText(line)}\n`);
  }

  /** Says on a terminal, now and then, how far a run is that takes long. @param ms of virtual time */
  readonly progress = (ms: number): void => this.line.at(ms);

  warning(line: string): void {
    this.line.clear();
    console.error(visibleLine(line));
  }

  /**
   * The last record: how long the run was, and what it cost. In words only the memory, which is a
   * warning, too, when it is likely more than a watch has.
   */
  summary({ nowMs, watch }: World, wallMs: number): void {
    const seconds = nowMs / 1000;
    const { vibrations, textWrites } = watch.counters;
    const heapPeak = watch.heap().peak;
    const memory = watch.memory();
    const { peak, error, limit } = memory;
    const fit = fitOf(memory);
    this.record(
      {
        t: seconds,
        type: "summary",
        seconds,
        vibrations,
        heapPeak,
        memory: { peak, error, limit, fit },
        textWrites,
        wallMs,
      },
      () => `memory: ${memoryText(memory)}`,
    );
    if (fit === "likely too large") {
      this.warning(`warning: ${memoryText(memory)}`);
    }
  }
}
