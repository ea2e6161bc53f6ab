import { attempt } from "../host";
import { otherPackages } from "../other-packages";
import type { Command, Report } from "./protocol";
import { say } from "../words/say";

const PING_EVERY_MS = 2000;
/** After so many pings without an answer the worker is given up. Pings rather than seconds: machines sleep. */
const PATIENCE = 6;

interface Hooks {
  report(report: Report): void;
  /** The world was ended because it did not answer, or broke. */
  lost(why: string): void;
}

/** The page's end of the worker that holds the world; starts a new one when it is lost. */
export class Client {
  private worker: Worker | undefined;
  private unanswered = 0;

  constructor(private readonly hooks: Hooks) {
    window.setInterval(() => this.check(), PING_EVERY_MS);
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.send({ do: "save" });
    });
    window.addEventListener("pagehide", () => this.send({ do: "save" }));
  }

  /** Opens what was open last, or with `fresh` the page's own package. */
  start(fresh: boolean): void {
    this.worker?.terminate();
    const worker = attempt(
      () =>
        new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    );
    if (worker === undefined)
      return this.lose(say("The browser refuses workers."));
    worker.onmessage = ({ data }: MessageEvent<Report>) => {
      this.unanswered = 0;
      this.hooks.report(data);
    };
    worker.onerror = ({ message }) =>
      this.lose(message || say("The simulator could not be loaded."));
    this.unanswered = 0;
    this.worker = worker;
    const home = new URL("app.fba", document.baseURI).href;
    this.send({ do: "start", home, others: otherPackages(), fresh });
  }

  send(command: Command): void {
    this.worker?.postMessage(command);
  }

  private check(): void {
    if (this.worker === undefined || document.hidden) return;
    if (this.unanswered >= PATIENCE) {
      this.lose(say("The package kept the simulator busy and did not stop."));
      return;
    }
    this.unanswered += 1;
    this.send({ do: "ping" });
  }

  private lose(why: string): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.hooks.lost(why);
  }
}
