import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { builtPackage } from "../support/host";
import { outcomeOf } from "../../verification/faults/outcome";
import type { Story } from "../../verification/faults/story";

// Stories that once broke a rule, as `npm run faults` printed them.

const STORIES = join(__dirname, "stories");

test.each(readdirSync(STORIES))("%s breaks no rule any more", async (file) => {
  const story = JSON.parse(readFileSync(join(STORIES, file), "utf8")) as Story;
  const { violation } = await outcomeOf(builtPackage(), story);
  expect(violation).toBeUndefined();
});
