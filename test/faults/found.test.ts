import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { builtPackage } from "../support/host";
import { live } from "../../verification/faults/live";
import type { Story } from "../../verification/faults/story";

// Lives that once broke a rule, as `npm run faults` made them small.

const FOUND = join(__dirname, "found");

test.each(readdirSync(FOUND))("%s breaks no rule any more", async (file) => {
  const story = JSON.parse(readFileSync(join(FOUND, file), "utf8")) as Story;
  const { violation } = await live(builtPackage(), story);
  expect(violation).toBeUndefined();
});
