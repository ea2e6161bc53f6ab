import type { QuickJSWASMModule } from "quickjs-emscripten";
import type { WorldContext } from "../context";
import type { ExitReason } from "../events";
import type { ArrivedFile } from "../link/inbox";
import type { Peer } from "../link/peer";
import type { Transfers } from "../link/transfers";
import type { PackageManifest } from "../package/manifest";
import type { WatchBundle } from "../package/open";
import type { PermissionCheck } from "../package/permissions";
import type { BrokenCalls, StepDeath } from "../program";
import type { Random } from "../time/random";
import type { Body } from "./body";
import type { Counters } from "./counters";
import type { Disk } from "./disk";
import type { Display } from "./display";
import type { ExerciseRecorder } from "./exercise";

/** What one launch of the app needs of the watch it runs on. */
export interface ProcessSetup {
  readonly world: WorldContext;
  readonly engine: QuickJSWASMModule;
  /** Bytes of JerryScript that the app may take. */
  readonly memoryLimit: number;
  /** Manifest of the package; that of the watch's bundle is the bundle's. */
  readonly manifest: PackageManifest;
  readonly bundle: WatchBundle;
  readonly granted: PermissionCheck;
  /** What `Math.random` of the app draws from. */
  readonly random: Random;
  /** What the lateness of timers is drawn from. */
  readonly jitter: Random;
  readonly steps: StepDeath;
  readonly wakeUps: StepDeath;
  readonly broken: BrokenCalls;
  readonly counters: Counters;
  readonly body: Body;
  readonly disk: Disk;
  readonly display: Display;
  readonly exercise: ExerciseRecorder;
  /** Files that have arrived and that the app has not taken yet. */
  readonly inbox: ArrivedFile[];
  readonly transfers: Transfers;
  readonly peer: Peer;
  /** What another launch of the app passed to this one, as text. */
  readonly launchArguments: string | undefined;
  relaunch(args: string | undefined): void;
  translate(message: string): string;
  ended(reason: ExitReason, error: string | undefined): void;
}
