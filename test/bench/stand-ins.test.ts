import {
  DEFAULT_SESSION,
  type Life,
  MANY_AT_HOME,
  MANY_IN_A_SESSION,
  RECOVERY,
  STEERED,
  type Step,
} from "../../tools/bench/jerryscript/lives";
import { liveInNode } from "../../tools/bench/jerryscript/in-node";
import {
  type Workplace,
  workplace,
} from "../../tools/bench/jerryscript/workplace";
import { type Wearer, builtPackage, wearer } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

let place: Workplace;
beforeAll(() => {
  place = workplace(builtPackage());
});
afterAll(() => {
  place.dispose();
  disposeWorlds();
});

function happens(worn: Wearer, step: Step): void {
  switch (step[0]) {
    case "wait":
      worn.waits(step[1]);
      break;
    case "tap":
      worn.taps(step[1]);
      break;
    case "swipe":
      worn.swipesBack();
      break;
    case "dark":
      worn.watch.setDisplay(false);
      break;
    case "arrive":
      worn.getsFile(step[1], step[2]);
      break;
    default:
      throw new Error(`the simulator has no ${step[0]}`);
  }
}

/** Ms from launch to each vibration, in the simulator. */
async function inTheSimulator(life: Life): Promise<number[]> {
  const { before = [] } = life;
  const worn = await wearer();
  // The simulator's inbox is read at launch: what comes to the home screen is there by then.
  const first = life.steps.findIndex(([what]) => what === "tap");
  const early = life.steps.slice(0, first);
  const arriving = early.filter(([what]) => what === "arrive");
  const steps = life.steps.filter((step) => !arriving.includes(step));
  arriving.forEach((step) => happens(worn, step));
  worn.watch.launch();
  before.forEach((step) => happens(worn, step));
  if (before.length) worn.dies(1);
  const launched = worn.now;
  steps.forEach((step) => happens(worn, step));
  expect(worn.faults).toEqual([]);
  return worn.felt(launched).map(({ at }) => at - launched * 1000);
}

/** The same with the stand-ins. */
function withTheStandIns(life: Life): number[] {
  const { cues, clock = 1_790_000_000_000 } = liveInNode(place, life);
  return cues.map((at) => at - clock);
}

test.each([
  ["the default session", DEFAULT_SESSION],
  ["a steered life", STEERED],
  ["a session that goes on after a kill", RECOVERY],
  ["the longest routine, which arrives at home", MANY_AT_HOME],
  ["the longest routine, which arrives in a session", MANY_IN_A_SESSION],
])("%s feels as in the simulator", async (_, life) => {
  const felt = withTheStandIns(life);
  expect(felt.length).toBeGreaterThan(200);
  expect(felt).toEqual(await inTheSimulator(life));
});

test("a touch on what the open view does not have is an error", () => {
  const life: Life = { steps: [["tap", "confirm-end"]] };
  expect(() => liveInNode(place, life)).toThrow(
    'nothing to touch: no "confirm-end" in index.view',
  );
});
