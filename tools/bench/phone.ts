import { History } from "../../phone/history/history";
import { type SessionRecord, sessionId } from "../../common/record";
import { SESSION_FILE } from "../../common/wire/link";
import { packRecord } from "../../common/wire/record";
import {
  type FitbitPackage,
  type PhoneState,
  createWorld,
  encodeCbor,
} from "fitbit-simulator";
import { storeOf } from "../phone/memory-store";

/** A session a day, from this Saturday on (1 January 2000, UTC). */
const FIRST = 946684800;
const DAY = 86400;
/** Sessions that arrive in one go, over a month boundary. */
const ARRIVING = 40;

/** What it costs a phone with a history of one length, in ms. */
export interface PhoneCosts {
  /** To store one more session and acknowledge it. */
  save: number;
  /** To draw the settings page once more. */
  draw: number;
}

const ITEMS = ["hip-raise", "reverse-hip-raise", "plank", "cobra"];

function sessionOn(day: number): SessionRecord {
  const start = FIRST + day * DAY;
  return {
    version: 1,
    id: sessionId(start, (day % 997) / 997),
    revision: 3,
    routine: "Runner's Core",
    start,
    offset: 0,
    activeSeconds: 1153,
    pausedSeconds: 12.5,
    outcome: "completed",
    items: ITEMS.map((exercise) => ({
      exercise,
      name: "",
      sets: 3,
      reps: [45],
      holdSeconds: [225],
      skipped: false,
      full: true,
    })),
    postRun: false,
  };
}

function localWith(sessions: number): Record<string, string> {
  const local = {};
  const history = History.open(storeOf(local));
  for (let day = 0; day < sessions; day++) {
    history?.add({ kind: "session", record: sessionOn(day) });
  }
  return local;
}

/** Ms until the phone has taken these files, and to draw its page then. */
async function measure(
  pkg: FitbitPackage,
  state: PhoneState,
): Promise<{ take: number; draw: number }> {
  const world = await createWorld(pkg, {});
  world.importState({ phone: state });
  const started = performance.now();
  world.run(10_000);
  const take = performance.now() - started;
  world.phone.settings.open();
  let draw = Infinity;
  for (let i = 0; i < 10; i++) {
    const from = performance.now();
    world.phone.settings.render();
    draw = Math.min(draw, performance.now() - from);
  }
  world.dispose();
  return { take, draw };
}

/** The costs at so many sessions, the best of some runs. */
export async function phoneCosts(
  pkg: FitbitPackage,
  sessions: number,
  runs: number,
): Promise<PhoneCosts> {
  const local = localWith(sessions);
  const inbox = Array.from({ length: ARRIVING }, (_, i) => {
    const record = sessionOn(sessions + i);
    const data = encodeCbor(packRecord(record));
    return { name: SESSION_FILE + record.id, data };
  });
  const state = { settings: {}, local, queue: [] };
  const least = { save: Infinity, idle: Infinity, draw: Infinity };
  for (let run = 0; run < runs; run++) {
    // One file is there either way: it is what starts the companion.
    const idle = await measure(pkg, { ...state, inbox: inbox.slice(0, 1) });
    const busy = await measure(pkg, { ...state, inbox });
    least.idle = Math.min(least.idle, idle.take);
    least.save = Math.min(least.save, busy.take);
    least.draw = Math.min(least.draw, busy.draw);
  }
  const save = (least.save - least.idle) / (ARRIVING - 1);
  return { save, draw: least.draw };
}
