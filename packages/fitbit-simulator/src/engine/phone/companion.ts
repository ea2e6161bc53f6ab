import type { QuickJSWASMModule } from "quickjs-emscripten";
import { asBytes, asNumber, asText, type Ops } from "../context";
import { Outbox } from "../link/outbox-ops";
import { peerOps } from "../link/peer-ops";
import { Program } from "../program";
import { programOps } from "../program-ops";
import { GuestError } from "../vm/sandbox";
import type { HostValue } from "../vm/values";
import { companionGuest, phoneIntrinsics } from "./guest/companion";
import type { Phone } from "./phone";
import { storeOps } from "./store-ops";

/** Far more than any companion needs; stops one that eats memory. */
const HEAP_BYTES = 64 * 1024 * 1024;

/** Why the phone started the companion. */
export interface LaunchReasons {
  readonly peerAppLaunched?: true;
  readonly settingsChanged?: true;
  readonly wokenUp?: true;
  readonly fileTransfer?: true;
  readonly locationChanged?: true;
}

/** One launch of the companion, until it ends. */
export class Companion {
  readonly program: Program;
  readonly outbox: Outbox;

  constructor(
    private readonly phone: Phone,
    engine: QuickJSWASMModule,
    private readonly code: string,
    private readonly reasons: LaunchReasons,
  ) {
    const { world, link, steps, wakeUps } = phone;
    this.outbox = new Outbox(link.transfers, "watch");
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
      ended: (reason, error) => phone.companionEnded(reason, error),
    });
    this.program.offer(this.ops());
  }

  start(): void {
    this.program.wake("main", "companion.js");
  }

  private ops(): Ops {
    const { phone, program } = this;
    const { settingsStorage, localStorage, link, world } = phone;
    return {
      ...programOps(program, phone.random, (path) =>
        path === "companion.js" ? this.code : undefined,
      ),
      ...storeOps(
        { settings: settingsStorage, local: localStorage },
        "companion",
      ),
      ...peerOps(link.peer, "phone"),
      ...this.outbox.ops(),
      "inbox.peek": () => phone.inbox[0]?.name,
      "inbox.pop": () => phone.inbox.shift()?.data,
      utf8: (bytes) => new TextDecoder().decode(asBytes(bytes)),
      permission: (name) => phone.granted(asText(name)),
      yield: () => program.requestExit(),
      "companion.get": (name) => this.about(asText(name)),
      "companion.set": (name, value) => this.set(asText(name), value),
      "peerApp.get": () => (phone.watchRuns ? "started" : "stopped"),
      "device.get": (name) => phone.watchModel(asText(name)),
      "preference.get": () => world.locale,
      "location.get": () =>
        phone.granted("access_location")
          ? JSON.stringify(phone.place)
          : undefined,
    };
  }

  private about(name: string): HostValue {
    const { manifest } = this.phone.pkg;
    switch (name) {
      case "launchReasons":
        return JSON.stringify(this.reasons);
      case "applicationId":
        return manifest.appId;
      case "buildId":
        return manifest.buildId;
      case "wakeInterval":
        return this.phone.wakeIntervalMs;
      case "monitorSignificantLocationChanges":
        return this.phone.watchesPlace;
      default:
        return undefined;
    }
  }

  private set(name: string, value: HostValue): void {
    if (name === "monitorSignificantLocationChanges") {
      this.phone.watchPlace(value === true);
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
