import type { SystemLink } from "./link/link";
import type { ArrivedFile } from "./link/inbox";
import type { End, LinkFaults, QueuedFile } from "./link/transfers";
import type { PhoneDevice } from "./phone/phone-device";
import type { WatchDevice } from "./watch/watch-device";

/** Deaths of a program that are to come. Each outlives single launches; a `count` of 0 calls it off. */
interface ProgramFaults {
  /** A sudden death: no unload. */
  kill(): void;
  /**
   * Has the program die at its `count`-th next step that leaves a trace outside of it (1 is the
   * next one): a change of a file or storage, of the outbox or inbox, of the exercise, a message.
   */
  killAtStep(count: number, when?: "before" | "after"): void;
  /** Has the program die at its `count`-th next wake-up: a timer, a message, a file, a touch. */
  killAtWake(count: number, when?: "before" | "after"): void;
  /** Whether a death at a step is still to come. */
  readonly stepDeathPending: boolean;
}

/** What can go wrong with the app on the watch. */
export interface AppFaults extends ProgramFaults {
  /** Has the app die in its `count`-th next change of a file, which is left torn. */
  killAtFileChange(count: number): void;
  /**
   * Fills the running app's heap so that only `bytes` of the engine's are left to it, until it
   * ends. Undefined gives all back.
   */
  leaveHeap(bytes: number | undefined): void;
  /**
   * Has a part of the system fail: the app's next `times` calls of an operation throw, such as
   * `vibrate`, `fs.writeAt` or `view.set`. All of them when left out; 0 ends it.
   */
  breakCall(operation: string, times?: number): void;
  /**
   * Has the app's next `times` loads of modules fail whose path in the package begins like this,
   * such as `app/summary` for a lazy chunk; what has run already stays. All of them when left out;
   * 0 ends it.
   */
  breakLoad(path: string, times?: number): void;
}

/** What can go wrong with the companion on the phone. */
export interface CompanionFaults extends ProgramFaults {
  /**
   * The companion is taken off the phone and put back: a sudden death, and what it stored, what
   * had arrived and what it had handed over is gone. The settings stay.
   */
  reinstall(): void;
  /**
   * Another phone takes the place of the one beside the watch: one where the app was never
   * used, and the next time the one that was there before.
   */
  swap(): void;
}

/** What can go wrong with the app's files on the watch, unseen by the app. */
export interface StorageFaults {
  /** Puts a file there, in place of one of the same name. */
  put(name: string, bytes: Uint8Array): void;
  delete(name: string): void;
  /** Fills the storage with a file of no use, up to its last `leftBytes` (0 when left out). */
  fill(leftBytes?: number): void;
  /** Removes what {@link fill} has put there. */
  free(): void;
  /** The files as a sudden death at this moment could leave them; nothing changes. */
  afterDeath(): Map<string, Uint8Array>;
}

/** What an experimenter can do to a world that neither wearer nor owner would. */
export class Faults {
  readonly app: AppFaults;
  readonly companion: CompanionFaults;
  readonly storage: StorageFaults;
  /** How badly the link behaves; all false at first. Set what is wanted. */
  readonly link: LinkFaults;

  /** Made by the world. @param jumpClock see {@link jumpClock} */
  constructor(
    private readonly watch: WatchDevice,
    private readonly phone: PhoneDevice,
    private readonly systemLink: SystemLink,
    /**
     * Sets the wall clock forward by so many milliseconds or, with a negative number, back. Timers
     * do not change.
     */
    readonly jumpClock: (ms: number) => void,
  ) {
    this.app = {
      ...programFaults(watch),
      get stepDeathPending() {
        return watch.steps.pending;
      },
      killAtFileChange: (count) => watch.disk.dieAtOp(count),
      leaveHeap: (bytes) => watch.app?.program.sandbox.leave(bytes),
      breakCall: (operation, times = Infinity) =>
        watch.broken.set(operation, times),
      breakLoad: (path, times = Infinity) =>
        watch.broken.set(`load ${path}`, times),
    };
    this.companion = {
      ...programFaults(phone),
      get stepDeathPending() {
        return phone.steps.pending;
      },
      reinstall: () => phone.reinstall(),
      swap: () => phone.swap(),
    };
    const { disk } = watch;
    this.storage = {
      put: (name, bytes) => void disk.files.set(name, bytes),
      delete: (name) => void disk.files.delete(name),
      fill: (leftBytes = 0) => disk.fill(leftBytes),
      free: () => disk.free(),
      afterDeath: () => disk.afterDeath(),
    };
    this.link = systemLink.transfers.faults;
  }

  /** The battery runs empty: a sudden death, dark and out of reach until it is charged. */
  emptyBattery(): void {
    this.watch.switchOff();
  }

  /** The watch has been charged. This does not launch the app. */
  chargeBattery(): void {
    this.watch.switchOn();
  }

  /** Puts a file into an end's inbox, without a transfer and without a word to its program. */
  deliver(to: End, file: ArrivedFile): void {
    const end = to === "watch" ? this.watch.end : this.phone.end;
    end.receive(file);
  }

  /**
   * Queues a file as the program at the other end does.
   * @throws GuestError for a name that is not 1–64 characters long, and when too much waits
   */
  enqueue(file: QueuedFile): void {
    this.systemLink.transfers.enqueue(file);
  }
}

function programFaults(
  device: WatchDevice | PhoneDevice,
): Pick<ProgramFaults, "kill" | "killAtStep" | "killAtWake"> {
  return {
    kill: () => device.kill(),
    killAtStep: (count, when = "before") => device.steps.at(count, when),
    killAtWake: (count, when = "before") => device.wakeUps.at(count, when),
  };
}
