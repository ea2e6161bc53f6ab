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
    showFigure("bird-dog", false);
    at(1, () => showFigure("bird-dog", true));
    at(2, () => showFigure("plank", false));`);
  expect(course(made, [0.5, 1.5, 2.5])).toEqual([
    "bird-dog-10",
    "l-bird-dog-10",
    "plank-10",
  ]);
});

test("it moves up in its time, stands, and moves down in its time", async () => {
  const made = await drive(`${FIGURE}
    showFigure("bird-dog", true);
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
    showFigure("bird-dog", false);
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
    showFigure("bird-dog", false);
    moveFigure(true, 4);
    at(2, () => showFigure("plank", false));`);
  expect(course(made, [1.6, 2, 3, 9])).toEqual([
    "bird-dog-04",
    "plank-10",
    "plank-10",
    "plank-10",
  ]);
});

test("an exercise of the runner's own shows nothing, whatever moved before", async () => {
  const made = await drive(`${FIGURE}
    showFigure("bird-dog", false);
    moveFigure(true, 4);
    at(1, () => showFigure(undefined, false));
    at(4, () => showFigure("plank", false));`);
  expect(course(made, [0.9, 1, 2, 3.9, 4])).toEqual([
    "bird-dog-02",
    "",
    "",
    "",
    "plank-10",
  ]);
});

test("each view has a figure of its own", async () => {
  const made = await drive(`${FIGURE}
    showFigure("plank", false);
    view.open("rest");
    showFigure("bird-dog", false);`);
  expect([made.screen, seen(made)]).toEqual(["rest", "bird-dog-10"]);
});
