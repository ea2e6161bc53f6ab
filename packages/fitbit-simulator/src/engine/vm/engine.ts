import {
  newQuickJSWASMModule,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from "quickjs-emscripten";
import loader from "@jitl/quickjs-wasmfile-release-sync/emscripten-module";
import { QuickJSFFI } from "@jitl/quickjs-wasmfile-release-sync/ffi";

/** Imported here and not by the library, whose own lazy imports fail under Jest. */
const variant: QuickJSSyncVariant = {
  type: "sync",
  importFFI: () => Promise.resolve(QuickJSFFI),
  importModuleLoader: () => Promise.resolve(loader),
};

let loading: Promise<QuickJSWASMModule> | undefined;
let current: QuickJSWASMModule | undefined;

/** The JavaScript engine, loaded once and shared: each sandbox has a runtime of its own in it. */
export function loadEngine(): Promise<QuickJSWASMModule> {
  loading ??= newQuickJSWASMModule(variant).then((engine) => {
    current = engine;
    return engine;
  });
  return loading;
}

/** The shared engine as it is now; undefined until it is loaded. */
export function currentEngine(): QuickJSWASMModule | undefined {
  return current;
}

/** Replaces the shared engine after a crash inside it, as soon as a new one is loaded. */
export function abandonEngine(): void {
  loading = undefined;
  void loadEngine();
}
