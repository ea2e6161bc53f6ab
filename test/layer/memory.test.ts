import { disposeWorlds } from "fitbit-simulator/testing";
import { drive, loadLayer } from "../support/layer";

beforeAll(loadLayer);
afterEach(disposeWorlds);

/** Something happens every second, as in a session with the display lit. */
const MEMORY = `
import { onShortage } from "../../app/platform/memory";
import { now, tell } from "../support/driver";

setInterval(() => {}, 1000);
`;

test("a watch that runs short of memory: the app is asked once to let go of some", async () => {
  const made = await drive(`${MEMORY} onShortage(() => tell(now()));`);
  expect(made.until(10.5).told).toEqual([]);
  made.watch.leaveHeap(8000);
  expect(made.until(12.5).told).toEqual([11]);
  made.watch.leaveHeap(undefined);
  expect(made.until(14.5).told).toEqual([11]);
});

test("letting go of some fails: the app goes on", async () => {
  const made = await drive(`${MEMORY}
    onShortage(() => { throw new Error("no memory for that"); });
    setTimeout(() => tell("alive"), 15000);`);
  made.until(10.5).watch.leaveHeap(8000);
  expect(made.until(16).told).toEqual(["alive"]);
  expect(made.faults).toEqual([expect.stringContaining("no memory for that")]);
});
