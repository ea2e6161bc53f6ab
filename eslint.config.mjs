import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

// Who may import whom. Each zone names a room and what it must not reach for.
const closed = (target, from, message) => ({ target, from, message });
const zones = [
  closed(
    "./common",
    ["./app", "./companion", "./settings", "./simulator", "./tools"],
    "common stands alone: both watch and phone carry it.",
  ),
  closed(
    "./app",
    ["./companion", "./settings", "./simulator", "./tools"],
    "The watch shares code with the phone through common only.",
  ),
  closed(
    "./companion",
    ["./app", "./settings", "./simulator", "./tools"],
    "The companion shares code through common only.",
  ),
  closed(
    "./settings",
    ["./app", "./companion", "./simulator", "./tools"],
    "The settings page shares code through common only.",
  ),
  closed(
    "./app/session",
    ["./app/device", "./app/screens", "./app/app.ts"],
    "The session engine is pure: time and effects come in as arguments.",
  ),
  closed(
    "./app/screens",
    ["./app/device", "./app/app.ts"],
    "A screen gets its state and its actions as arguments.",
  ),
  closed(
    "./app/device",
    ["./app/screens", "./app/app.ts"],
    "Device rooms know nothing of what is shown.",
  ),
  closed(
    "./simulator",
    ["./app", "./companion", "./settings", "./common", "./tools"],
    "The simulator opens packages; it knows no app.",
  ),
  closed(
    "./tools",
    ["./app", "./companion", "./settings"],
    "Tools use the simulator and common.",
  ),
];

export default tseslint.config(
  {
    ignores: [
      "build/",
      "node_modules/",
      "coverage/",
      "test/fixtures/**/build/",
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
      "no-console": ["error", { allow: ["error", "warn"] }],
    },
  },
  {
    files: ["app/session/**", "common/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^[^.]",
              message: "Pure code imports no SDK module and no package.",
            },
          ],
        },
      ],
    },
  },
  {
    // What they print is what they are for.
    files: ["tools/**", "test/fixtures/**"],
    rules: { "no-console": "off" },
  },
  { files: ["**/*.cjs"], languageOptions: { globals: { module: "writable" } } },
);
