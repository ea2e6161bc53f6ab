// In the page, `quickjs-emscripten` means this file: the library without its four builds of the
// engine. The page loads the one build that it uses.
export * from "quickjs-emscripten-core";
export { newQuickJSWASMModuleFromVariant as newQuickJSWASMModule } from "quickjs-emscripten-core";
