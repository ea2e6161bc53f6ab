import {
  JOBS,
  OptionError,
  SEED,
  parseOptions,
  wholeNumber,
} from "../../verification/options";

const OPTIONS = { seed: SEED, jobs: JOBS, runs: wholeNumber("lives", 300) };

function refusal(...args: string[]): string {
  try {
    parseOptions(OPTIONS, args);
  } catch (error) {
    if (error instanceof OptionError) return error.message;
    throw error;
  }
  return "";
}

test.each([0, 7, 1_970_520_061, 4_294_967_295])("%d is a seed", (seed) => {
  const given = parseOptions(OPTIONS, ["--seed", String(seed)]);
  expect(given.seed).toBe(seed);
});

test.each([
  ["seed", "4294967296", "0 to 4294967295"],
  ["seed", "1.5", "0 to 4294967295"],
  ["jobs", "0", "1 to 999999999"],
  ["runs", "9999999999", "1 to 999999999"],
])("--%s %s is refused with both limits", (name, text, limits) => {
  expect(refusal(`--${name}`, text)).toBe(
    `--${name} is "${text}"; allowed: a whole number from ${limits}`,
  );
});
