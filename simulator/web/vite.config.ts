import { fileURLToPath } from "node:url";
import type { InlineConfig, Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What the page may do: run its own scripts and WebAssembly, nothing inline, nothing from elsewhere.
 * A package's code runs inside the WebAssembly alone.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Puts the policy into the page itself, for servers that send none. */
function policy(): Plugin {
  return {
    name: "policy",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

const config: InlineConfig = {
  configFile: false,
  root: here("."),
  appType: "mpa",
  // Relative addresses: the page works from any folder of any server.
  base: "./",
  publicDir: here("public"),
  resolve: { alias: { "quickjs-emscripten": here("quickjs.ts") } },
  plugins: [policy()],
  worker: { format: "es" },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    target: "es2022",
    outDir: here("../../build/web"),
    emptyOutDir: true,
    // Fonts and the engine stay files: the policy allows no data of theirs inside scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
  },
  logLevel: "warn",
};

export default config;
