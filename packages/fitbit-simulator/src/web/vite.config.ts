import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { InlineConfig, Plugin } from "vite";
import { withKept } from "../../tools/kept-files";
import { guestVitePlugin } from "../../tools/guest-plugin";
import { POLICY } from "./policy";
import { poPlugin } from "./words/po-plugin";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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

/** Fonts come in two formats. Every browser that can run the page takes woff2, the smaller one. */
function oneFontForm(): Plugin {
  return {
    name: "one-font-form",
    generateBundle(_, bundle) {
      for (const [file, part] of Object.entries(bundle)) {
        if (file.endsWith(".woff")) delete bundle[file];
        if (!file.endsWith(".css") || part.type !== "asset") continue;
        part.source = String(part.source).replace(
          /,\s*url\([^)]*\.woff\)\s*format\(["']woff["']\)/g,
          "",
        );
      }
    },
  };
}

/** Tells the service worker which files the page is made of, and names what is in them. */
function keptFiles(): Plugin {
  return {
    name: "kept-files",
    // After the page itself, which is among the files, has been made.
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") throw new Error("there is no sw.js");
      const version = createHash("sha256");
      const files = ["./", "app.fba"];
      for (const name of readdirSync(here("public")).sort()) {
        files.push(name);
        version.update(name).update(readFileSync(here(`public/${name}`)));
      }
      for (const [name, part] of Object.entries(bundle).sort()) {
        if (part === worker) continue;
        // Visitors ask for the page by its folder.
        if (name !== "index.html") files.push(name);
        version.update(name);
        version.update(part.type === "chunk" ? part.code : part.source);
      }
      worker.code = withKept(worker.code, {
        files,
        later: [],
        version: version.digest("hex").slice(0, 12),
        whole: false,
      });
    },
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
  plugins: [
    guestVitePlugin(),
    poPlugin(),
    policy(),
    oneFontForm(),
    keptFiles(),
  ],
  worker: { format: "es", plugins: () => [guestVitePlugin()] },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    target: "es2022",
    // Fonts and the engine stay files: the policy allows no data of theirs inside scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { page: here("index.html"), sw: here("sw.ts") },
      output: {
        entryFileNames: ({ name }) =>
          name === "sw" ? "sw.js" : "assets/[name]-[hash].js",
      },
    },
  },
  logLevel: "warn",
};

export default config;
