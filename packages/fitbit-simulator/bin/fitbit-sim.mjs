#!/usr/bin/env node
// This file is always here, so that npm can link the command before the package is built.
import { existsSync } from "node:fs";
import process from "node:process";
import { URL } from "node:url";

const command = new URL("../dist/node/cli.js", import.meta.url);
if (existsSync(command)) {
  await import(command);
} else {
  process.stderr.write(
    "fitbit-sim is not built: npm run build -w packages/fitbit-simulator\n",
  );
  process.exitCode = 1;
}
