import { shortRoutine } from "../../verification/builders/routines";
import { type Wearer, builtPackage, wearer } from "../support/host";
import { END, PLANK, SET2 } from "../support/short-session";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

/** All that is loaded only when it is needed. */
const PARTS = [
  "session-runner",
  "recovery",
  "dialogs",
  "exercise-list",
  "routine-receiver",
];

/** From now on there is no memory for these parts, or there is again. */
function lost({ world }: Wearer, parts: string[], times?: number): void {
  for (const part of parts) world.faults.app.breakLoad(`app/${part}`, times);
}
function allLost(made: Wearer, is = true): void {
  lost(made, PARTS, is ? Infinity : 0);
}

/** The watch at home with a short routine. */
async function home(): Promise<Wearer> {
  const made = (await wearer()).getsRoutine(shortRoutine());
  made.watch.launch();
  return made.until(1);
}

/** The same in the session, until then. */
async function session(until: number): Promise<Wearer> {
  return (await home()).taps("start").until(until);
}

/** Closes the app, opens it again with memory for all. */
function reopened(made: Wearer): Wearer {
  made.watch.exit();
  allLost(made, false);
  made.watch.launch();
  return made.waits(1);
}

/** What home says of it. */
const SAYS = expect.stringMatching(/^Memory low, nothing lost/);

describe("no memory for the part that runs sessions", () => {
  test("home says so, and another tap on start works when there is some", async () => {
    const made = await home();
    allLost(made);
    made.taps("start").waits(1);
    expect([made.screen, made.sees["notice"]]).toEqual(["index", SAYS]);
    allLost(made, false);
    made.taps("start").waits(1);
    expect(made.screen).toBe("rest");
  });

  test("the list of exercises: home says so", async () => {
    const made = await session(END + 3);
    made.taps("done").waits(1);
    allLost(made);
    made.taps("today").waits(1);
    expect([made.screen, made.sees["notice"]]).toEqual(["index", SAYS]);
  });
});

test("the end of a session needs no part: it is stored, sent and shown", async () => {
  const made = await session(END - 2);
  allLost(made);
  made.until(END + 3);
  expect(made.screen).toBe("summary");
  expect(made.record).toMatchObject({
    outcome: "completed",
    activeSeconds: END - 1,
  });
  expect(made.taps("done").sees["notice"]).toBeUndefined();
});

describe("no memory for what a session seldom needs", () => {
  test("the paused view: the buttons work, and the session is the same", async () => {
    const made = await session(PLANK + 4);
    allLost(made);
    made.taps("pause").waits(30);
    expect(made.screen).toBe("paused");
    expect(made.sees["phase"]).toBeUndefined();
    allLost(made, false);
    made.taps("resume").until(END + 33);
    expect(made.record).toMatchObject({
      outcome: "completed",
      activeSeconds: END - 1,
      pausedSeconds: 30,
    });
    made.taps("done");
    expect(made.sees["notice"]).toEqual(SAYS);
  });
});

test("no memory for the check of a routine: it waits for the next launch", async () => {
  const made = (await wearer()).getsRoutine(shortRoutine({ name: "New" }));
  lost(made, ["routine-receiver"]);
  made.watch.launch();
  expect(made.waits(1).sees["notice"]).toEqual(SAYS);
  expect(made.sees["routine"]).not.toBe("New");
  lost(made, ["routine-receiver"], 0);
  expect(reopened(made).sees["routine"]).toBe("New");
  expect(made.sees["notice"]).toBeUndefined();
});

test("no memory for the words of the offer: its buttons work", async () => {
  const made = await session(SET2 + 4);
  lost(made, ["dialogs"]);
  expect(made.dies().waits(5).screen).toBe("resume");
  expect(made.sees).toMatchObject({ "resume-session-label": "Resume" });
  made.taps("resume-session").waits(120);
  expect(made.record).toMatchObject({ outcome: "completed" });
});

describe("no memory to bring a session back", () => {
  /** A session that a death cut off, and nothing to be loaded after it. */
  async function cutOff(): Promise<Wearer> {
    const made = await session(SET2 + 4);
    allLost(made);
    return made.dies().waits(1);
  }

  test("home says so, and the next launch offers the session", async () => {
    const made = await cutOff();
    expect([made.screen, made.sees["notice"]]).toEqual(["index", SAYS]);
    expect(reopened(made).screen).toBe("resume");
    made.taps("resume-session").waits(120);
    expect(made.record).toMatchObject({ outcome: "completed" });
    expect(made.record.items.map(({ sets }) => sets)).toEqual([2, 1, 1]);
  });

  test("start does not begin another session in its place", async () => {
    const made = await cutOff();
    allLost(made, false);
    made.taps("start").waits(1);
    expect(made.screen).toBe("index");
    expect(reopened(made).screen).toBe("resume");
  });

  test("saving the one that is offered needs no part", async () => {
    const made = (await session(SET2 + 4)).dies().waits(1);
    allLost(made);
    made.taps("save-session").waits(30);
    expect(made.screen).toBe("summary");
    expect(made.record.items.map(({ sets }) => sets)).toEqual([1, 0, 0]);
  });
});

test("the parts that are lost here are those of the package", () => {
  const { files } = builtPackage().watch("atlas");
  for (const part of PARTS) {
    const name = new RegExp(`^app/${part}-[0-9a-f]{8}\\.js$`);
    const found = [...files.keys()].filter((path) => name.test(path));
    expect([part, found.length]).toEqual([part, 1]);
  }
});
