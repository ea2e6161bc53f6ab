import type { Intrinsics } from "quickjs-emscripten";

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
