import { expectRulesKept } from "./lives";

test.each([1, 2])(
  "whatever happens to watch and phone, no rule is broken (seed %i)",
  expectRulesKept,
  300_000,
);
