import { disposeWorlds } from "fitbit-simulator/testing";
import { packRoutine } from "../../common/wire/routine";
import { aRoutine, anItem } from "../../verification/builders/routines";
import { type Driven, drive, loadLayer } from "../support/layer";

beforeAll(loadLayer);
afterEach(disposeWorlds);

const VIEW = `
import * as view from "../../app/ui/view";
import { at, tell } from "../support/driver";

function tryTo(act) {
  try { act(); } catch (error) { tell(String(error)); }
}
`;

/** Tells of taps and swipes; a swipe leaves the app where it is. */
const BUTTONS = `
import { listen, prepareView } from "../../app/ui/buttons";
listen(tell, (event) => { event.preventDefault(); tell("swipe"); });
prepareView();
`;

/** From now on, every write to an element of the screen fails. */
function freeze({ world }: Driven): void {
  world.faults.app.breakCall("view.set");
}

const WRITE_FAILS = [expect.stringContaining("view.set is broken")];

describe("what already stands there is not written again", () => {
  test.each([
    ["a text", `view.text("routine", value)`, `"Core"`, `"More"`],
    ["a number as a text", `view.text("minutes", value)`, `19`, `20`],
    ["a colour", `view.dress("ring", "fill", value)`, `"red"`, `"blue"`],
    ["a part that is shown", `view.setShown("facts", value)`, `true`, `false`],
    [
      "a picture",
      `view.put("pose-0", "href", value)`,
      `"poses/plank.png"`,
      `""`,
    ],
    ["a part of a turn", `view.ring(value)`, `0.5`, `0.6`],
  ])("%s", async (_what, write, value, other) => {
    const made = await drive(`${VIEW}
      const write = (value) => tryTo(() => ${write});
      write(${value});
      at(2, () => write(${value}));
      at(4, () => write(${other}));`);
    freeze(made.until(1));
    expect(made.until(3).told).toEqual([]);
    expect(made.until(5).told).toEqual(WRITE_FAILS);
  });

  test("a dot in its place", async () => {
    const made = await drive(`${VIEW}
      const place = (x) => tryTo(() => view.put("dot-0", "cx", x));
      view.open("work");
      place(150);
      at(2, () => place(150));
      at(4, () => place(168));`);
    freeze(made.until(1));
    expect(made.until(3).told).toEqual([]);
    expect(made.until(5).told).toEqual(WRITE_FAILS);
  });

  test("a turn that is less than a degree further", async () => {
    const made = await drive(`${VIEW}
      view.ring(0.5);
      at(2, () => tryTo(() => view.ring(0.5004)));`);
    freeze(made.until(1));
    expect(made.until(3).told).toEqual([]);
  });

  test("also not after the elements at hand were let go", async () => {
    const made = await drive(`${VIEW}
      view.text("routine", "Core");
      at(2, () => tryTo(() => { view.forget(); view.text("routine", "Core"); }));`);
    freeze(made.until(1));
    expect(made.until(3).told).toEqual([]);
    expect(made.sees["routine"]).toBe("Core");
  });
});

describe("another view", () => {
  test("has elements of its own under the same ids", async () => {
    const made = await drive(`${VIEW}
      view.text("count", "1/3");
      at(2, () => { view.open("summary"); view.text("count", "1/3"); });`);
    expect(made.until(1).sees["count"]).toBe("1/3");
    expect(made.until(3).screen).toBe("summary");
    expect(made.sees["count"]).toBe("1/3");
  });

  test("shows a session whole, though it is in the same step as before", async () => {
    const routine = aRoutine({ items: [anItem("plank")] });
    const made = await drive(`${VIEW}
      import { flatRoutine } from "../../common/wire/stored-routine";
      import { newSession } from "../../app/session/session";
      import { drawSession } from "../../app/ui/under-way";
      const routine = flatRoutine(${JSON.stringify(packRoutine(routine))});
      const session = newSession(["tlpwu8-0000", 0, 0, routine], 0);
      view.open("rest");
      drawSession(session, true);
      at(2, () => {
        view.open("paused");
        view.open("rest");
        drawSession(session, true);
      });`);
    const { sees } = made;
    expect(sees).toMatchObject({ phase: "Get ready", next: "Front plank" });
    expect(made.until(3).sees).toEqual(sees);
  });

  test("hears only the taps on buttons of its own", async () => {
    const made = await drive(`${VIEW} ${BUTTONS}
      at(2, () => { view.open("work"); prepareView(); });
      at(4, () => view.open("index"));`);
    made.until(1).taps("start");
    made.until(3).taps("skip");
    made.until(5).taps("start");
    expect(made.told).toEqual(["start", "skip"]);
  });

  test("hears a swipe once, however often it was prepared", async () => {
    const made = await drive(`${VIEW} ${BUTTONS}
      prepareView();
      view.open("work");
      prepareView();`);
    expect(made.swipesBack().told).toEqual(["swipe"]);
    expect(made.screen).toBe("work");
  });
});

test("a tap tells the id of what was tapped", async () => {
  const made = await drive(`${VIEW} ${BUTTONS}
    view.open("work");
    prepareView();`);
  made.taps("back").taps("pause").taps("back").taps("skip");
  expect(made.told).toEqual(["back", "pause", "back", "skip"]);
});

test("a tap whose action fails is logged, and the next one is heard", async () => {
  const made = await drive(`${VIEW}
    import { listen, prepareView } from "../../app/ui/buttons";
    listen((id) => { tell(id); if (id === "pause") throw new Error("torn"); }, tell);
    view.open("work");
    prepareView();`);
  made.taps("pause").taps("skip");
  expect(made.told).toEqual(["pause", "skip"]);
  expect(made.faults).toEqual([expect.stringContaining("torn")]);
});

test("an element that the view lacks is named in the error", async () => {
  const made = await drive(`${VIEW}
    tryTo(() => view.text("nobody", "x"));
    view.open("work");
    tryTo(() => view.find("start"));`);
  expect(made.told).toEqual([
    "Error: no #nobody in index",
    "Error: no #start in work",
  ]);
});
