import type { Intrinsics } from "quickjs-emscripten";
import {
  guestArrayGuards,
  guestClock,
  guestLibraryCut,
} from "../../vm/guest/library";
import { guestGeolocation } from "../../vm/guest/geolocation";
import { guestPeer } from "../../vm/guest/peer";
import { guestRuntime } from "../../vm/guest/runtime";
import { guestValues } from "../../vm/guest/values";
import { guestBody } from "./body";
import { guestDevice } from "./device";
import { guestDocument } from "./document";
import { guestScientific } from "./scientific";
import { guestStorage } from "./storage";

/** What the watch's engine has of the language: no Map, Set, Proxy, BigInt. */
export const watchIntrinsics: Intrinsics = {
  BaseObjects: true,
  Date: true,
  Eval: true,
  RegExp: true,
  RegExpCompiler: true,
  JSON: true,
  TypedArrays: true,
  Promise: true,
};

/** The host's part of the watch program, for `Sandbox.boot`. */
export function watchGuest(zoneMinutes: number): string {
  return `(function (host) {"use strict";
${guestClock}
zone = ${zoneMinutes};
${guestValues}
${guestRuntime}
${guestPeer}
${guestDocument}
${guestDevice}
${guestBody}
${guestStorage}
${guestGeolocation}
${guestScientific}
${guestArrayGuards}
${guestLibraryCut}
return enter;
})`;
}
