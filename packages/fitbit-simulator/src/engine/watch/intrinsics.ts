import type { Intrinsics } from "quickjs-emscripten";

/** What the watch's engine has of the language: no Proxy, no BigInt. Of what comes with Map, Map alone is kept. */
export const watchIntrinsics: Intrinsics = {
  BaseObjects: true,
  Date: true,
  Eval: true,
  RegExp: true,
  RegExpCompiler: true,
  JSON: true,
  MapSet: true,
  TypedArrays: true,
  Promise: true,
};
