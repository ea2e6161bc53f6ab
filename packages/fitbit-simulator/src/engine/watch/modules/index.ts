import type { Operations } from "../../context";
import { guestFilesOf, operationsOf, type SdkModule } from "../../sdk-module";
import { guestProgram } from "../../vm/guest-program";
import { type BodyContext, bodyOperations } from "./body";
import { type DeviceContext, deviceOperations } from "./device";
import { type FsContext, fsOperations } from "./fs";
import { type TransferContext, transferOperations } from "./transfer";
import { type ViewContext, viewOperations } from "./view";

/** What the SDK modules of the watch need of it and of one launch of the app. */
export type WatchModuleContext = ViewContext &
  DeviceContext &
  BodyContext &
  FsContext &
  TransferContext;

/** Every SDK module of the watch. A new one is added here; the README's table names it too. */
const modules: readonly SdkModule<WatchModuleContext>[] = [
  {
    guest: [
      "watch/guest/element.js",
      "watch/guest/attributes.js",
      "watch/guest/tile-list.js",
      "watch/guest/document.js",
    ],
    operations: viewOperations,
  },
  {
    guest: [
      "watch/guest/haptics.js",
      "watch/guest/clock.js",
      "watch/guest/display.js",
      "watch/guest/appbit.js",
      "watch/guest/device.js",
      "watch/guest/i18n.js",
      "watch/guest/user-settings.js",
      "watch/guest/system.js",
      "watch/guest/date-text.js",
    ],
    operations: deviceOperations,
  },
  {
    guest: [
      "watch/guest/sensors.js",
      "watch/guest/power.js",
      "watch/guest/user-activity.js",
      "watch/guest/user-profile.js",
      "watch/guest/sleep.js",
      "watch/guest/exercise.js",
      "vm/guest/geolocation.js",
    ],
    operations: bodyOperations,
  },
  { guest: ["watch/guest/fs.js"], operations: fsOperations },
  {
    guest: [
      "vm/guest/transfers.js",
      "watch/guest/file-transfer.js",
      "vm/guest/messaging.js",
    ],
    operations: transferOperations,
  },
  { guest: ["vm/guest/cbor.js", "vm/guest/crypto.js"] },
  { guest: ["watch/guest/jpeg.js"] },
  { guest: ["watch/guest/scientific.js", "watch/guest/signal.js"] },
];

/** The guest's part of the watch program. Cutting the language down comes last. */
export const watchGuest = guestProgram([
  ...guestFilesOf(modules),
  "watch/guest/older-api.js",
  "watch/guest/language-cut.js",
]);

/** The operations of every SDK module of the watch, for one launch of the app. */
export function watchOperations(context: WatchModuleContext): Operations {
  return operationsOf(modules, context);
}
