import { strToU8 } from "fflate";
import type { FitbitPackage } from "fitbit-simulator";
import { disposeWorlds } from "fitbit-simulator/testing";
import { coached } from "../support/coach";
import { type Wearer, builtPackage } from "../support/host";

/** The same session on a watch that has all. */
let all: Wearer;
beforeAll(async () => void (all = await wholeSession("")));
afterEach(disposeWorlds);

/** The built package on a watch whose system runs this before it. */
function packageAfter(change: string): FitbitPackage {
  const pkg = builtPackage();
  return {
    ...pkg,
    watch: (target) => {
      const bundle = pkg.watch(target);
      const { main } = bundle.manifest;
      const script = `${change}\n${bundle.text(main)!}`;
      const files = new Map(bundle.files).set(main, strToU8(script));
      const text = (path: string) =>
        path === main ? script : bundle.text(path);
      return { ...bundle, files, text };
    },
  };
}

/** A session with all questions, from the tap on start to the summary. */
async function wholeSession(change: string): Promise<Wearer> {
  const wearer = await coached({}, { pkg: packageAfter(change) });
  for (const id of ["start", "back-2", "choice-1"]) wearer.taps(id).waits(1);
  expect(wearer.screen).toBe("rest");
  wearer.waits(84);
  for (const id of ["back-1", "choice-1", "choice-2"]) wearer.taps(id).waits(1);
  expect(wearer.waits(3).screen).toBe("summary");
  expect(wearer.observed.of("exit")).toEqual([]);
  return wearer;
}

const NO_TYPE = "throw new Error('unknown type')";

test.each([
  ["gyroscope", "delete require('gyroscope').Gyroscope;", true],
  ["minuteHistory", "delete require('user-activity').minuteHistory;", true],
  [
    "exercise type of that name",
    `require('exercise').exercise.start = function () { ${NO_TYPE}; };`,
    false,
  ],
])(
  "a watch without a %s: a whole session, felt and kept as on the others",
  async (_, change, logged) => {
    const wearer = await wholeSession(change);
    expect(wearer.felt()).toEqual(all.felt());
    const { heartRate, calories, ...rest } = wearer.record;
    expect(all.record).toMatchObject(rest);
    expect([heartRate, calories].map((one) => one !== undefined)).toEqual([
      logged,
      logged,
    ]);
  },
);
