import { History } from "../../phone/history/history";
import { entryId } from "../../phone/history/entry";
import { takeRoutine } from "../../phone/settings/writer";
import type { PhoneState, World } from "fitbit-simulator";
import { NO_STATE, type StoredState } from "fitbit-simulator/run";
import { storeOf } from "../../tools/phone/memory-store";
import {
  type ListeningWatch,
  type SyncReport,
  sync,
} from "../../tools/watch/sync";
import { shortRoutine } from "../../verification/builders/routines";
import { builtPackage } from "./host";
import type { WornWatch } from "./worn-watch";

type Store = Record<string, string>;

/** Ids of the sessions in the history of a phone, or of a computer in its place. */
function sessionsIn(local: Store): string[] {
  const history = History.open(storeOf({ ...local }))!;
  return history.entries().map(entryId).sort();
}

/** The same settings with a routine of this name, as the settings page leaves them. */
function choosing(name: string, settings: Store = {}): Store {
  const chosen = { ...settings };
  takeRoutine(storeOf(chosen), shortRoutine({ name }));
  return chosen;
}

/** A computer with a folder for its phone. */
export class Computer {
  state: StoredState = NO_STATE;
  /** Dies in place of the save of this number, from 1. */
  diesAtSave = 0;
  private ids = 0;

  constructor(private readonly name: string) {}

  /** Chooses a routine, as the settings page does. */
  chooses(name: string): this {
    const { settings, local = {} } = this.state.phone ?? {};
    const phone = { settings: choosing(name, settings), local };
    this.state = { ...this.state, phone };
    return this;
  }

  /** Ids of the sessions in its history. */
  get sessions(): string[] {
    return sessionsIn(this.state.phone?.local ?? {});
  }

  sync(watch: WornWatch, through: ListeningWatch = watch): Promise<SyncReport> {
    let saves = 0;
    return sync(this.state, {
      pkg: builtPackage(),
      watch: through,
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

/** A sudden death of one of the two programs while phone and watch are together. */
export interface DeathTogether {
  readonly of: "app" | "companion";
  /** At which of its next steps that leave a trace, from 1. */
  readonly step: number;
  readonly when: "before" | "after";
}

/** A phone with the app's companion, which meets the watch now and then. */
export class Phone {
  state: PhoneState | undefined;

  /** Chooses a routine, as the settings page does. */
  chooses(name: string): this {
    const old = this.state ?? { settings: {}, local: {}, queue: [], inbox: [] };
    this.state = { ...old, settings: choosing(name, old.settings) };
    return this;
  }

  /** Ids of the sessions in its history. */
  get sessions(): string[] {
    return sessionsIn(this.state?.local ?? {});
  }

  /** Is near the watch while its app is open, for half a minute or until one of them dies. */
  async meets(watch: WornWatch, death?: DeathTogether): Promise<void> {
    const dies = ({ faults }: World): void => {
      if (death) faults[death.of].killAtStep(death.step, death.when);
    };
    await watch.wear((wearer) => wearer.waits(30), {
      phone: this,
      launching: dies,
    });
  }
}
