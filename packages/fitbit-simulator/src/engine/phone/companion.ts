import type { QuickJSWASMModule } from "quickjs-emscripten";
import {
  asBytes,
  asNumber,
  asText,
  type Ops,
  type WorldContext,
} from "../context";
import type { ExitReason } from "../events";
import type { ArrivedFile } from "../link/inbox";
import { Outbox } from "../link/outbox-ops";
import type { Peer } from "../link/peer";
import { peerOps } from "../link/peer-ops";
import type { Transfers } from "../link/transfers";
import type { PackageManifest } from "../package/manifest";
import type { PermissionCheck } from "../package/permissions";
import { Program, type StepDeath } from "../program";
import { programOps } from "../program-ops";
import type { Random } from "../time/random";
import { GuestError } from "../vm/sandbox";
import type { HostValue } from "../vm/values";
import { companionGuest, phoneIntrinsics } from "./guest/companion";
import type { Place } from "../watch/body";
import type { PhoneStorage } from "./storage";
import { storeOps } from "./store-ops";

/** Far more than any companion needs; stops one that takes memory without end. */
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
    this.program.offer(this.ops());
  }

  start(): void {
    this.program.wake("main", "companion.js");
  }

  private ops(): Ops {
    const { phone, program } = this;
    const { settingsStorage, localStorage, peer, world } = phone;
    return {
      ...programOps(program, phone.random, (path) =>
        path === "companion.js" ? phone.code : undefined,
      ),
      ...storeOps(
        { settings: settingsStorage, local: localStorage },
        "companion",
      ),
      ...peerOps(peer, "phone"),
      ...this.outbox.ops(),
      "inbox.peek": () => phone.inbox[0]?.name,
      "inbox.pop": () => phone.inbox.shift()?.data,
      utf8: (bytes) => new TextDecoder().decode(asBytes(bytes)),
      permission: (name) => phone.granted(asText(name)),
      yield: () => program.requestExit(),
      "companion.get": (name) => this.about(asText(name)),
      "companion.set": (name, value) => this.set(asText(name), value),
      "peerApp.get": () => (phone.watchRuns() ? "started" : "stopped"),
      "device.get": (name) => phone.watchModel(asText(name)),
      "preference.get": () => world.locale,
      "location.get": () =>
        phone.granted("access_location")
          ? JSON.stringify(phone.place())
          : undefined,
    };
  }

  private about(name: string): HostValue {
    const { manifest } = this.phone;
    switch (name) {
      case "launchReasons":
        return JSON.stringify(this.phone.reasons);
      case "applicationId":
        return manifest.appId;
      case "buildId":
        return manifest.buildId;
      case "wakeInterval":
        return this.phone.wakeIntervalMs();
      case "monitorSignificantLocationChanges":
        return this.phone.monitorsPlace();
      default:
        return undefined;
    }
  }

  private set(name: string, value: HostValue): void {
    if (name === "monitorSignificantLocationChanges") {
      this.phone.monitorPlace(value === true);
      return;
    }
    if (value === undefined) {
      this.phone.wakeEvery(undefined);
      return;
    }
    if (!this.phone.granted("run_background")) {
      throw new GuestError("wakeInterval needs the permission run_background");
    }
    if (!(asNumber(value) > 0)) {
      throw new GuestError(`a wakeInterval of ${asText(value)} cannot be`);
    }
    this.phone.wakeEvery(asNumber(value));
  }
}
