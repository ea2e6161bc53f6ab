import { expectRulesKept } from "./lives";

test.each([3, 4])(
  "whatever happens to watch and phone, no rule is broken (seed %i)",
  expectRulesKept,
  300_000,
);
