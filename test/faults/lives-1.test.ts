import { expectKept } from "./lives";

test.each([1, 2])(
  "whatever happens to watch and phone, no rule is broken (seed %i)",
  expectKept,
  300_000,
);
