import { anItem, shortRoutine } from "../../verification/builders/routines";
import { type Wearer, wearer } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

/** More items than have room beside the part that runs sessions when they are recorded. */
const LONG = shortRoutine({
  items: Array.from({ length: 21 }, () =>
    anItem("plank", { sets: 1, hold: 20, rest: 0 }),
  ),
});

/** A session of the long routine, ended after its first exercise. */
function ended(made: Wearer): Wearer {
  made.taps("start").waits(40).taps("pause").taps("end");
  return made.taps("confirm-end").waits(3);
}

async function home(): Promise<Wearer> {
  const made = (await wearer()).getsRoutine(LONG);
  made.watch.launch();
  return made.waits(1);
}

test("every session of a long routine is stored, however many are done in one launch", async () => {
  const made = await home();
  for (let sessions = 1; sessions <= 4; sessions++) {
    ended(made);
    expect(made.screen).toBe("summary");
    expect(made.sees["outcome"]).toBe("Session saved");
    expect(made.sent).toHaveLength(sessions);
    expect(made.taps("done").waits(5).screen).toBe("index");
  }
  expect(made.faults).toEqual([]);
});

test("the last pulses of a long routine are felt, though what planned them is gone", async () => {
  const made = await home();
  const felt = made.taps("start").waits(1200).felt().slice(-3);
  expect(made.record).toMatchObject({ outcome: "completed" });
  expect(felt.map(({ pattern }) => pattern)).toEqual(
    Array(3).fill("confirmation-max"),
  );
});

test("no memory for the part that stores it: home says so, the next launch stores it", async () => {
  const made = await home();
  made.world.faults.app.breakLoad("app/session-end", Infinity);
  ended(made);
  expect(made.screen).toBe("index");
  expect(made.sees["notice"]).toMatch(/^Memory low, nothing lost/);
  made.watch.exit();
  made.world.faults.app.breakLoad("app/session-end", 0);
  made.watch.launch();
  made.waits(3);
  expect(made.sent).toHaveLength(1);
  expect(made.record).toMatchObject({ outcome: "ended" });
});
