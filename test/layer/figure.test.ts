import { disposeWorlds } from "fitbit-simulator/testing";
import { type Driven, drive, loadLayer } from "../support/layer";

beforeAll(loadLayer);
afterEach(disposeWorlds);

const FIGURE = `
import * as view from "../../app/ui/view";
import { moveFigure, showFigure } from "../../app/ui/figure";
import { at } from "../support/driver";
view.open("work");
`;
/** Codes on the wire. */
const BIRD_DOG = 5;
const PLANK = 2;

/** The picture that is seen, without folder and ending; empty for none. */
function seen({ watch, world }: Driven): string {
  watch.tree!.advance(world.nowMs);
  const file = watch.tree!.byId("image")!.get("href")!;
  return file.replace(/^figures\/(.*)\.png$/, "$1");
}

/** What is seen at each of some seconds. */
function course(made: Driven, times: number[]): string[] {
  return times.map((time) => seen(made.until(time)));
}

test("a figure shows the last key pose of its exercise, the side as it works", async () => {
  const made = await drive(`${FIGURE}
    showFigure(${BIRD_DOG}, false);
    at(1, () => showFigure(${BIRD_DOG}, true));
    at(2, () => showFigure(${PLANK}, false));`);
  expect(course(made, [0.5, 1.5, 2.5])).toEqual([
    "bird-dog-10",
    "l-bird-dog-10",
    "plank-10",
  ]);
});

test("it moves up in its time, stands, and moves down in its time", async () => {
  const made = await drive(`${FIGURE}
    showFigure(${BIRD_DOG}, true);
    at(1, () => moveFigure(true, 2));
    at(5, () => moveFigure(false, 4));`);
  const numbers = course(made, [0.9, 1, 2, 3, 4.9, 5, 7, 9, 30]);
  expect(numbers).toEqual(
    ["10", "00", "05", "10", "10", "10", "05", "00", "00"].map(
      (number) => `l-bird-dog-${number}`,
    ),
  );
});

test("a quick way has fewer pictures", async () => {
  const made = await drive(`${FIGURE}
    showFigure(${BIRD_DOG}, false);
    moveFigure(true, 1);
    at(3, () => moveFigure(false, 1.5));`);
  const shown = new Set<string>();
  for (let time = 0; time < 1.5; time += 0.02)
    shown.add(seen(made.until(time)));
  expect([...shown]).toEqual(
    [11, 12, 13, 14, 15, 16].map((number) => `bird-dog-${number}`),
  );
  expect(course(made, [3, 4.5])).toEqual(["bird-dog-16", "bird-dog-11"]);
});

test("a figure that is replaced on its way lets the next one stand still", async () => {
  const made = await drive(`${FIGURE}
    showFigure(${BIRD_DOG}, false);
    moveFigure(true, 4);
    at(2, () => showFigure(${PLANK}, false));`);
  expect(course(made, [1.6, 2, 3, 9])).toEqual([
    "bird-dog-04",
    "plank-10",
    "plank-10",
    "plank-10",
  ]);
});

test("an exercise of the runner's own shows nothing and moves nothing", async () => {
  const made = await drive(`${FIGURE}
    showFigure(${PLANK}, false);
    at(1, () => { showFigure(-1, false); moveFigure(true, 2); });
    at(4, () => showFigure(${PLANK}, false));`);
  expect(course(made, [0.5, 1, 2, 3.5, 4])).toEqual([
    "plank-10",
    "",
    "",
    "",
    "plank-10",
  ]);
});

test("each view has a figure of its own", async () => {
  const made = await drive(`${FIGURE}
    showFigure(${PLANK}, false);
    view.open("rest");
    showFigure(${BIRD_DOG}, false);`);
  expect([made.screen, seen(made)]).toEqual(["rest", "bird-dog-10"]);
});
