import { HeardLines } from "../../phone/computer/heard-lines";
import type { FitbitPackage } from "fitbit-simulator";
import type { StoredState } from "fitbit-simulator/run";
import {
  type Clock,
  letCompanionWork,
  waitingIn,
  withoutTaken,
} from "./companion";
import { type BundleFiles, withInbox } from "./inbox";

/** A watch that takes an inbox with the app, and says what it has on its console. */
export interface ListeningWatch {
  /**
   * Puts the app with an inbox onto the watch and launches it.
   * @param change puts the inbox into the app's bundle
   * @param hear takes each line of the console; true ends it
   */
  take(
    change: (files: BundleFiles) => BundleFiles,
    hear: (line: string) => boolean,
  ): Promise<void>;
}

/** What a sync works with. */
export interface SyncParts {
  readonly pkg: FitbitPackage;
  readonly watch: ListeningWatch;
  clock(): Clock;
  /** A new id of an inbox: letters and digits, 20 at most; never the same again. */
  newId(): string;
  /** Keeps the state; what was kept survives the death of this process. */
  save(state: StoredState): void;
}

/** What came of a sync. */
export interface SyncReport {
  /** The watch said that it took what was given. */
  readonly taken: boolean;
  /** All that it had to say was heard. */
  readonly complete: boolean;
  /** Files that the watch has not taken. */
  readonly waiting: number;
}

/** As often a watch is asked: what it says first is acknowledged in the second, and one may fail. */
const MOST_ROUNDS = 4;

/**
 * The computer in the place of the phone: gives the watch what the companion has for it, hears
 * what the watch has done, stores it, and then acknowledges that. Whenever it is cut off, the
 * next one goes on: nothing is acknowledged before it is saved, and what was not taken stays.
 */
export async function sync(
  from: StoredState,
  parts: SyncParts,
): Promise<SyncReport> {
  const { pkg, watch } = parts;
  let state = await letCompanionWork(pkg, from, [], parts.clock());
  parts.save(state);
  let taken = false;
  let complete = false;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const given = waitingIn(state);
    const id = parts.newId();
    const heard = new HeardLines();
    await watch.take(
      (files) => withInbox(files, id, given),
      (line) => {
        heard.hear(line);
        return heard.isComplete(id);
      },
    );
    taken = heard.hasTaken(id);
    complete = heard.isComplete(id);
    if (taken) state = withoutTaken(state, given);
    const said = heard.files();
    state = await letCompanionWork(pkg, state, said, parts.clock());
    parts.save(state);
    if (complete && !waitingIn(state).length) break;
  }
  return { taken, complete, waiting: waitingIn(state).length };
}
