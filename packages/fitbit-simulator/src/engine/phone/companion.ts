import type { QuickJSWASMModule } from "quickjs-emscripten";
import type { Operations } from "../context";
import { Outbox } from "../link/outbox";
import { Program } from "../program";
import { programOperations } from "../program-operations";
import { companionGuest, companionModuleOperations } from "./companion-modules";
import { phoneIntrinsics } from "./intrinsics";
import type { Phone } from "./phone";

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
    this.program.offer(this.operations());
  }

  start(): void {
    this.program.wake("main", "companion.js");
  }

  private operations(): Operations {
    const { phone, program, outbox, reasons } = this;
    return {
      ...programOperations(program, phone.dice, (path) =>
        path === "companion.js" ? this.code : undefined,
      ),
      ...companionModuleOperations({ phone, program, outbox, reasons }),
    };
  }
}
