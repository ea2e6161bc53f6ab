import { disposeWorlds } from "fitbit-simulator/testing";
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

/** From now on, every write to an element of the screen fails. */
function freeze({ world }: Driven): void {
  world.faults.app.breakCall("view.set");
}

const WRITE_FAILS = [expect.stringContaining("view.set is broken")];

describe("what already stands there is not written again", () => {
  test.each([
    ["a text", `view.text("routine", value)`, `"Core"`, `"More"`],
    ["a number as a text", `view.text("minutes", value)`, `19`, `20`],
    ["a colour", `view.paint("ring", value)`, `"red"`, `"blue"`],
    ["a part that is shown", `view.setShown("facts", value)`, `true`, `false`],
    ["a picture", `view.image("pose-0", value)`, `"poses/plank.png"`, `""`],
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
      const place = (x, shown) => tryTo(() => view.place("dot-0", x, shown));
      view.open("work");
      place(150, true);
      at(2, () => place(150, true));
      at(4, () => place(150, false));
      at(6, () => place(168, true));`);
    freeze(made.until(1));
    expect(made.until(3).told).toEqual([]);
    expect(made.until(5).told).toEqual(WRITE_FAILS);
    expect(made.until(7).told).toHaveLength(2);
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

  test("knows no topic yet: each part is news once, until its topic changes", async () => {
    const made = await drive(`${VIEW}
      const hasChanged = (topic) => tell(view.hasChanged("set", topic));
      hasChanged(1); hasChanged(1); hasChanged(2); hasChanged(2);
      view.open("work");
      hasChanged(2); hasChanged(2);`);
    expect(made.told).toEqual([true, false, true, false, true, false]);
  });

  test("hears only the taps it listens to itself", async () => {
    const made = await drive(`${VIEW}
      view.onTap(["start"], tell);
      at(2, () => { view.open("work"); view.onTap(["skip"], tell); });
      at(4, () => view.open("index"));`);
    made.until(1).taps("start");
    made.until(3).taps("skip");
    made.until(5).taps("start");
    expect(made.told).toEqual(["start", "skip"]);
  });
});

test("a tap tells the id of what was tapped", async () => {
  const made = await drive(`${VIEW}
    view.open("work");
    view.onTap(["pause", "skip", "back"], tell);`);
  made.taps("back").taps("pause").taps("back").taps("skip");
  expect(made.told).toEqual(["back", "pause", "back", "skip"]);
});

test("an element that the view lacks is named in the error", async () => {
  const made = await drive(`${VIEW}
    tryTo(() => view.text("nobody", "x"));
    view.open("work");
    tryTo(() => view.onTap(["start"], tell));`);
  expect(made.told).toEqual([
    "Error: no #nobody in index",
    "Error: no #start in work",
  ]);
});
