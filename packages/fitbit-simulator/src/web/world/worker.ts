import { PageWorld } from "./page-world";
import type { Command, Report } from "./protocol";
import { browserDatabase, type Trouble } from "./page-database";
import { TabHold } from "./tab-hold";

/** The part of a worker's global scope that is used here. */
interface Scope {
  postMessage(message: Report): void;
  onmessage: ((message: MessageEvent<Command>) => void) | null;
}

const scope = self as unknown as Scope;

/** Runs something after the messages that are already waiting: timers would wait 4 ms. */
const turns = new MessageChannel();
const waiting = new Map<number, () => void>();
let lastTurn = 0;
turns.port1.onmessage = ({ data }: MessageEvent<number>) => {
  const run = waiting.get(data);
  waiting.delete(data);
  run?.();
};

function later(ms: number, run: () => void): () => void {
  if (ms > 0) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }
  const turn = (lastTurn += 1);
  waiting.set(turn, run);
  turns.port2.postMessage(turn);
  return () => waiting.delete(turn);
}

const hold: TabHold = new TabHold({
  waits: () => scope.postMessage({ kind: "elsewhere" }),
  give: () => pageWorld.end(),
  lost: () => scope.postMessage({ kind: "taken" }),
});

/** Where another tab writes by now this one ends; else it goes on without being saved. */
function notSaved(trouble: Trouble): void {
  scope.postMessage(
    trouble === "taken" ? { kind: "taken" } : { kind: "unkept", why: trouble },
  );
}

const pageWorld: PageWorld = new PageWorld({
  now: () => performance.now(),
  later,
  wallMs: () => Date.now(),
  zoneMinutes: () => -new Date().getTimezoneOffset(),
  languages: () => navigator.languages,
  database: browserDatabase(notSaved),
  acquire: () => hold.acquire(),
  take: () => hold.take(),
  report: (report) => scope.postMessage(report),
  load: async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  },
});

// One command after the other: opening a package takes a while, and what follows is meant for it.
// A ping and "shown" are about the worker itself, and a tab that waits for another one is opening all
// the time.
let doing = Promise.resolve();
const AT_ONCE: ReadonlySet<Command["do"]> = new Set(["ping", "shown", "take"]);
scope.onmessage = ({ data }) => {
  if (AT_ONCE.has(data.do)) void pageWorld.obey(data);
  else doing = doing.then(() => pageWorld.obey(data));
};
