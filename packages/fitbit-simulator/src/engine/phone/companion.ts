import type { QuickJSWASMModule } from "quickjs-emscripten";
import type { Operations, WorldContext } from "../context";
import type { ExitReason } from "../events";
import type { ArrivedFile } from "../link/inbox";
import { Outbox } from "../link/outbox";
import type { Peer } from "../link/peer";
import type { Transfers } from "../link/transfers";
import type { PackageManifest } from "../package/manifest";
import type { PermissionCheck } from "../package/permissions";
import { Program, type StepDeath } from "../program";
import { programOperations } from "../program-operations";
import type { Random } from "../time/random";
import type { Place, Weather } from "../watch/body";
import type { Calendars } from "./calendars";
import { companionGuest, companionModuleOperations } from "./companion-modules";
import { phoneIntrinsics } from "./intrinsics";
import type { PhoneStorage } from "./storage";
import type { WebAnswers } from "./web-answers";

/** Far more than any companion needs; a companion that uses more is ended. */
const HEAP_BYTES = 64 * 1024 * 1024;

/** Why the phone started the companion. */
export interface LaunchReasons {
  readonly peerAppLaunched?: true;
  readonly settingsChanged?: true;
  readonly wokenUp?: true;
  readonly fileTransfer?: true;
  readonly locationChanged?: true;
}

/** What one launch of the companion needs of the phone it runs on. */
export interface CompanionSetup {
  readonly world: WorldContext;
  readonly engine: QuickJSWASMModule;
  /** What `Math.random` of the companion draws from. */
  readonly random: Random;
  readonly steps: StepDeath;
  readonly wakeUps: StepDeath;
  readonly code: string;
  readonly reasons: LaunchReasons;
  readonly manifest: PackageManifest;
  readonly granted: PermissionCheck;
  readonly settingsStorage: PhoneStorage;
  readonly localStorage: PhoneStorage;
  /** Files from the watch that the companion has not taken yet. */
  readonly inbox: ArrivedFile[];
  readonly transfers: Transfers;
  readonly peer: Peer;
  /** Whether the phone sees the watch app run. */
  watchRuns(): boolean;
  /** What the phone knows about the watch. */
  watchModel(property: string): string | number;
  /** Where the phone is; null where no satellite is seen. */
  place(): Place | null;
  /** What the phone's weather service says; null when it says nothing. */
  weather(): Weather | null;
  /** What `fetch` is answered. */
  readonly web: WebAnswers;
  readonly calendars: Calendars;
  /** Whether the companion is told of moves of some distance. */
  monitorsPlace(): boolean;
  monitorPlace(on: boolean): void;
  wakeIntervalMs(): number | undefined;
  /** Wakes the companion regularly; never when undefined. */
  wakeEvery(ms: number | undefined): void;
  ended(reason: ExitReason, error: string | undefined): void;
}

/** One launch of the companion, until it ends. */
export class Companion {
  readonly program: Program;
  readonly outbox: Outbox;

  constructor(private readonly phone: CompanionSetup) {
    const { world, engine, steps, wakeUps } = phone;
    this.outbox = new Outbox(phone.transfers, "watch");
    this.program = new Program({
      side: "companion",
      world,
      engine,
      intrinsics: phoneIntrinsics,
      heapLimit: HEAP_BYTES,
      guest: companionGuest(world.zoneMinutes),
      steps,
      wakeUps,
      rested: () => undefined,
      ended: (reason, error) => phone.ended(reason, error),
    });
    this.program.offer(this.operations());
  }

  start(): void {
    this.program.wake("main", "companion.js");
  }

  private operations(): Operations {
    const { phone, program, outbox } = this;
    return {
      ...programOperations(program, phone.random, (path) =>
        path === "companion.js" ? phone.code : undefined,
      ),
      ...companionModuleOperations({ phone, program, outbox }),
    };
  }
}
