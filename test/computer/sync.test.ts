import { readFileSync } from "node:fs";
import { History } from "../../phone/history/history";
import { entryId } from "../../phone/history/entry";
import { takeRoutine } from "../../phone/settings/writer";
import { openPackage } from "fitbit-simulator";
import { NO_STATE, type StoredState } from "fitbit-simulator/run";
import { storeOf } from "../../tools/phone/memory-store";
import { PACKAGE } from "../../tools/build/fresh-build";
import { type SyncReport, sync } from "../../tools/watch/sync";
import { shortRoutine } from "../../verification/builders/routines";
import { WornWatch } from "../support/worn-watch";

/** A computer with a folder for its phone. */
class Computer {
  state: StoredState = NO_STATE;
  /** Dies in place of the save of this number, from 1. */
  diesAtSave = 0;
  private ids = 0;

  constructor(private readonly name: string) {}

  /** Chooses a routine, as the settings page does. */
  chooses(name: string): this {
    const settings = { ...this.state.phone?.settings };
    takeRoutine(storeOf(settings), shortRoutine({ name }));
    const { local = {} } = this.state.phone ?? {};
    this.state = { ...this.state, phone: { settings, local } };
    return this;
  }

  /** Ids of the sessions in its history. */
  get sessions(): string[] {
    const local = { ...this.state.phone?.local };
    const history = History.open(storeOf(local))!;
    return history.entries().map(entryId).sort();
  }

  sync(watch: WornWatch): Promise<SyncReport> {
    let saves = 0;
    return sync(this.state, {
      pkg: openPackage(new Uint8Array(readFileSync(PACKAGE))),
      watch,
      clock: () => ({ wallMs: watch.wallMs, zoneMinutes: 60 }),
      newId: () => `${this.name}${++this.ids}`,
      save: (state) => {
        saves += 1;
        if (saves === this.diesAtSave) throw new Error("killed");
        this.state = state;
      },
    });
  }
}

const DONE = { taken: true, complete: true, waiting: 0 };

/** The name of the routine that home shows. */
function routineOn(watch: WornWatch): Promise<string> {
  return watch.wear((wearer) => {
    wearer.waits(3);
    return wearer.sees["routine"] ?? JSON.stringify(wearer.sees);
  });
}

test("install, session, history, acknowledged, the next routine", async () => {
  const watch = new WornWatch();
  const computer = new Computer("a").chooses("Monday");
  expect(await computer.sync(watch)).toEqual(DONE);
  expect(await routineOn(watch)).toContain("Monday");
  await watch.session();
  await watch.session();
  const [first, second] = watch.sessions;
  expect(second).toBeDefined();
  expect(await computer.chooses("Tuesday").sync(watch)).toEqual(DONE);
  expect(computer.sessions).toEqual([first!.slice(2), second!.slice(2)]);
  expect(watch.sessions).toEqual([]);
  expect(await routineOn(watch)).toContain("Tuesday");
});
