import { MUTATIONS } from "../../verification/mutations/list";
import { mutatedText } from "../../verification/mutations/mutated-package";
// Whether the faults find them is shown by `npm run mutations`, which takes long.

test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))(
  "the code still has the one place to break so that %s",
  (_name, mutation) => {
    expect(mutatedText(mutation)).toContain(mutation.replace);
  },
);
