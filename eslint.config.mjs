import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

// Who may import whom. Each zone names a room, what it must not reach for, and why.
const ROOMS = [
  "app",
  "common",
  "companion",
  "guide",
  "phone",
  "settings",
  "packages",
  "tools",
  "verification",
  "test",
];
const closed = (room, rooms, message) => ({
  target: `./${room}`,
  from: rooms.map((name) => `./${name}`),
  message,
});
const allBut = (...allowed) => ROOMS.filter((room) => !allowed.includes(room));
/** The files of app/ itself, which put its rooms together. */
const APP = [
  "actions",
  "main",
  "routine-receiver",
  "screen",
  "session-end",
  "session-runner",
  "state",
].map((name) => `app/${name}.ts`);
const zones = [
  closed(
    "common",
    allBut("common"),
    "common stands alone: both watch and phone carry it.",
  ),
  closed(
    "app",
    allBut("app", "common"),
    "The watch shares code with the phone through common only.",
  ),
  closed(
    "app",
    ["exercises", "preferences", "limits", "default-routine", "pose-frame"].map(
      (name) => `common/${name}.ts`,
    ),
    "The tables are too large for the watch: use what `npm run generate` makes of them.",
  ),
  closed(
    "phone",
    allBut("phone", "common"),
    "phone is what companion and settings share; it builds on common alone.",
  ),
  closed(
    "companion",
    allBut("companion", "phone", "common"),
    "The companion builds on phone and common only.",
  ),
  closed(
    "settings",
    allBut("settings", "phone", "common"),
    "The settings page builds on phone and common only.",
  ),
  closed(
    "guide",
    allBut("guide", "phone", "common", "packages"),
    "The guide builds on phone and common, and on what the page asks of it.",
  ),
  closed(
    "app/session",
    ["app/platform", "app/storage", "app/ui", ...APP],
    "The session engine is pure: time and effects come in as arguments.",
  ),
  closed(
    "app/platform",
    ["app/ui", ...APP],
    "platform calls the system; it knows nothing of what is shown.",
  ),
  closed(
    "app/storage",
    ["app/ui", ...APP],
    "storage keeps files; it knows nothing of what is shown.",
  ),
  closed(
    "app/ui",
    APP,
    "A screen gets its state and its actions as arguments.",
  ),
  closed(
    "packages",
    allBut("packages"),
    "The simulator opens packages; it knows no app.",
  ),
  closed(
    "tools",
    ["test", "verification"],
    "Commands stand on the product and the simulator, not on test or verification.",
  ),
  closed(
    "tools",
    ["app", "companion", "settings"],
    "Tools use the built package, phone and common.",
  ),
  closed(
    "verification",
    ["test"],
    "Tests stand on verification, not the other way round.",
  ),
];

/** Modules of the SDK are not packages of npm: only certain rooms of the watch may name them. */
const noSdk = (allowed, message) => [
  "error",
  {
    patterns: [
      { regex: `^(?!(${[...allowed, "\\..*"].join("|")})$)`, message },
    ],
  },
];

/** What `no-restricted-syntax` refuses: files that two of its entries match need both lists. */
const STATE = [
  "Program > VariableDeclaration[kind='let']",
  "Program > ExportNamedDeclaration > VariableDeclaration[kind='let']",
].map((selector) => ({
  selector,
  message: "The session engine and common keep no state of their own.",
}));
const ON_NAMES =
  "A name costs the watch 16 to 40 bytes for ever: keep a list by the numbers of a const enum, and count through it.";
const ON_LISTS =
  "A closure costs the watch 50 to 75 bytes and a call for each entry: count through the list with for.";
const COSTLY = [
  ["MemberExpression[object.name='Object'][property.name='keys']", ON_NAMES],
  ["BinaryExpression[operator='in']", ON_NAMES],
  ["ForInStatement", ON_NAMES],
  [
    "MemberExpression[object.name='JSON']",
    "The text of a value takes more memory than the watch has: files are CBOR, which the system makes.",
  ],
  [
    "CallExpression[callee.property.name=/^(forEach|map|filter|reduce|every|some)$/]",
    ON_LISTS,
  ],
].map(([selector, message]) => ({ selector, message }));

/** What the watch takes of common/, code and not only types and const enums. */
const ON_WATCH = [
  "coach/ask",
  "coach/run",
  "record",
  "watch-coach",
  "watch-limits",
  "watch-tables",
  "weeks",
  "wire/coach-files",
  "wire/computer-inbox",
  "wire/console-lines",
  "wire/flat-routine",
  "wire/link-files",
  "wire/pack-merged",
  "wire/packed-routine",
].map((name) => `common/${name}.ts`);

export default tseslint.config(
  {
    ignores: [
      "**/build/",
      "!tools/build/",
      "**/dist/",
      "node_modules/",
      "coverage/",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [createTypeScriptImportResolver()],
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "import-x/no-mutable-exports": "error",
      "no-console": ["error", { allow: ["error", "warn"] }],
    },
  },
  {
    files: ["app/**"],
    rules: {
      "no-restricted-imports": noSdk(
        [],
        "Modules of the SDK are imported in app/platform only, beside fs in app/storage and document and i18n in app/ui.",
      ),
    },
  },
  { files: ["app/platform/**"], rules: { "no-restricted-imports": "off" } },
  {
    // The console is their way to a computer.
    files: ["app/computer.ts", "app/storage/computer-files.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["app/storage/**"],
    rules: {
      "no-restricted-imports": noSdk(
        ["fs"],
        "Of the SDK, app/storage imports fs alone; the rest is app/platform's.",
      ),
    },
  },
  {
    files: ["app/ui/**"],
    rules: {
      "no-restricted-imports": noSdk(
        ["document", "i18n"],
        "Of the SDK, app/ui imports document and i18n alone: files are app/storage's, the rest is app/platform's.",
      ),
    },
  },
  {
    files: ["common/**", "phone/**"],
    rules: {
      "no-restricted-imports": noSdk(
        [],
        "Pure code imports no SDK module and no package.",
      ),
    },
  },
  {
    files: ["app/session/**", "common/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["Date", "setTimeout", "clearTimeout", "setInterval", "console"].map(
          (name) => ({
            name,
            message:
              "Pure code reads no clock and calls nobody: time comes in as an argument.",
          }),
        ),
      ],
      "no-restricted-syntax": ["error", ...STATE],
    },
  },
  {
    files: ["app/**", ...ON_WATCH],
    rules: { "no-restricted-syntax": ["error", ...COSTLY] },
  },
  {
    files: ["app/session/**", ...ON_WATCH],
    rules: { "no-restricted-syntax": ["error", ...STATE, ...COSTLY] },
  },
  {
    // Readers of hostile input are tried one by one, not through the package's entries.
    files: ["tools/**", "verification/**", "test/**"],
    ignores: ["verification/fuzz/**", "test/fuzz/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "fitbit-simulator/src",
              message:
                "Use the simulator through its entries: fitbit-simulator, /draw, /run, /serve, /testing.",
            },
          ],
        },
      ],
    },
  },
  {
    // What they print is what they are for.
    files: [
      "tools/**",
      "verification/**",
      "packages/*/src/cli/**",
      "**/fixtures/**",
    ],
    rules: { "no-console": "off" },
  },
  {
    // The code around a program in its sandbox: parts of one function, in the watch's language.
    // `host` and `zone` are from the engine; what files use of each other, their heads say.
    files: ["packages/fitbit-simulator/src/engine/**/guest/*.js"],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: "script",
      parserOptions: { ecmaFeatures: { impliedStrict: true } },
      globals: Object.fromEntries(
        [
          "host",
          "zone",
          "globalThis",
          "Promise",
          "Reflect",
          "ArrayBuffer",
          "Uint8Array",
          "Float32Array",
          "Float64Array",
        ].map((name) => [name, "readonly"]),
      ),
    },
    rules: {
      "no-unused-vars": ["error", { args: "none", caughtErrors: "none" }],
      // The rule for TypeScript does not know the `exported` comments.
      "@typescript-eslint/no-unused-vars": "off",
    },
  },
  {
    // The system's modules for a bare JerryScript engine, which offers what is named here.
    files: ["tools/bench/jerryscript/stand-ins/*.js"],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: "script",
      globals: Object.fromEntries(
        [
          ...["print", "gc", "__jobs", "__load", "__heap"],
          ...["console", "Promise", "ArrayBuffer", "Uint8Array"],
        ].map((name) => [name, "readonly"]),
      ),
    },
    rules: {
      "no-unused-vars": ["error", { args: "none" }],
      "@typescript-eslint/no-unused-vars": "off",
    },
  },
  { files: ["**/*.cjs"], languageOptions: { globals: { module: "writable" } } },
);
