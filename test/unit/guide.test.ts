import { EXERCISE_IDS } from "../../common/exercise-codes";
import { customItem, defaultRoutine } from "../../common/default-routine";
import { packRoutine } from "../../common/wire/routine";
import { drawFigure, figureIn } from "../../guide/figure";
import { Moments } from "../../guide/moments";
import { phraseOf } from "../../guide/phrase";
import { guideWords } from "../../tools/page/guide-files";

const words = guideWords("en-US");

const screen = (view: string, text: Record<string, string>) => ({
  view: `resources/${view}.view`,
  text,
});
const wait = (more: Record<string, string> = {}) =>
  screen("rest", {
    ...{ place: "1/5", left: "20'", phase: "Get ready", number: "10" },
    ...{ next: "Hip raise", detail: "On your back" },
    ...more,
  });
const work = (more: Record<string, string> = {}) =>
  screen("work", { phase: "Up", number: "1", ...more });

const says = (
  before: ReturnType<typeof screen> | undefined,
  now: ReturnType<typeof screen>,
  felt: boolean,
) => phraseOf(before, now, felt, words);

describe("what a voice says", () => {
  test("the first wait: what comes, without a pulse", () => {
    expect(says(undefined, wait(), false)).toBe(
      "Get ready. Hip raise. On your back",
    );
  });

  test("a second that passes is said with a pulse alone", () => {
    expect(says(wait(), wait({ number: "3" }), true)).toBe("3");
    expect(says(wait(), wait({ number: "9" }), false)).toBeUndefined();
  });

  test("the side is said once, as a whole word", () => {
    const plank = { phase: "Next", next: "Side plank", place: "4/5" };
    const left = wait({ ...plank, "side-left": "L", detail: "On your side" });
    expect(says(work(), left, true)).toBe(
      "Next. Side plank. Left. On your side",
    );
    const other = { ...plank, phase: "Switch sides", "side-right": "R" };
    expect(says(work(), wait({ ...other, detail: "Right" }), true)).toBe(
      "Switch sides. Side plank. Right",
    );
  });

  test("a set: its first word, then the reps, and down", () => {
    expect(says(wait(), work(), true)).toBe("Up");
    expect(says(work(), work(), true)).toBeUndefined();
    expect(says(work(), work({ phase: "Hold 5 s" }), false)).toBeUndefined();
    expect(says(work(), work({ phase: "Down" }), true)).toBe("Down");
    const second = work({ number: "2" });
    expect(says(work({ phase: "Down" }), second, true)).toBe("2");
  });

  test("a pause and the end", () => {
    expect(says(work(), screen("paused", {}), true)).toBe("Paused");
    const end = screen("summary", { outcome: "Well done!" });
    expect(says(work(), end, true)).toBe("Well done!");
    expect(says(end, screen("index", {}), false)).toBeUndefined();
  });
});

describe("what stands beside the watch", () => {
  const routine = defaultRoutine();
  const own = { ...routine, items: [...routine.items.slice(0, 1)] };
  own.items.push(customItem("Copenhagen plank", "hold", 2));
  const plan = (of = routine) => [["id", 0, 0, packRoutine(of), []], 7];
  const sight = (
    seen: ReturnType<typeof screen>,
    seconds: number,
    images: string[] = [],
    file: unknown = plan(),
  ) => ({ seen, seconds, images, file });
  const RAISE = ["figures/hip-raise-10.png"];

  test("a wait: the exercise, how it is done, and what follows", () => {
    const moment = new Moments(words).at(sight(wait(), 0, RAISE));
    expect(moment).toEqual({
      name: "Hip raise",
      detail: "On your back",
      how: words.how["hip-raise"],
      next: "Reverse hip raise",
      place: "1/5",
      minutes: 20,
      figure: { name: "hip-raise", mirrored: false, share: undefined },
    });
  });

  test("minutes become fewer in a set, and not in a pause", () => {
    const moments = new Moments(words);
    const minutes = (seen: ReturnType<typeof screen>, seconds: number) =>
      moments.at(sight(seen, seconds, RAISE))?.minutes;
    expect(minutes(wait(), 0)).toBe(20);
    expect(minutes(work(), 10)).toBe(20);
    expect(minutes(work({ number: "7" }), 71)).toBe(19);
    expect(minutes(screen("paused", { remaining: "17:30 left" }), 80)).toBe(18);
    expect(minutes(screen("confirm", {}), 500)).toBe(18);
    expect(minutes(work({ number: "8" }), 600)).toBe(18);
    expect(minutes(work({ number: "9" }), 631)).toBe(17);
  });

  test("an exercise of the runner's own has a name, and no figure", () => {
    const moments = new Moments(words);
    const file = plan(own);
    expect(moments.at(sight(wait(), 0, RAISE, file))?.next).toBe(
      "Copenhagen plank",
    );
    const held = wait({ next: "Copenhagen plank", place: "2/2" });
    expect(moments.at(sight(held, 9, [], file))).toMatchObject({
      name: "Copenhagen plank",
      how: "",
      next: "",
      figure: undefined,
    });
  });

  test("the same on the watches before Versa 3, whose views have other names", () => {
    const seen = { ...wait(), view: "resources/rest.gui" };
    const { name } = new Moments(words).at(sight(seen, 0, RAISE)) ?? {};
    expect(name).toBe("Hip raise");
    expect(says(undefined, seen, false)).toMatch(/^Get ready/);
  });

  test("nothing beside home, questions and the end, nor for a file of something else", () => {
    const moments = new Moments(words);
    for (const view of ["index", "ask", "summary", "resume"]) {
      expect(moments.at(sight(screen(view, {}), 0))).toBeUndefined();
    }
    for (const file of [null, 7, [], [[]], [["id", 0, 0, "x"]]]) {
      expect(moments.at(sight(wait(), 0, RAISE, file))?.next).toBe("");
    }
  });
});

describe("the figure", () => {
  test("is found by the watch's own picture, in small steps and in large ones", () => {
    const at = (path: string) => figureIn(["poses/plank.png", path]);
    const raise = { name: "hip-raise", mirrored: false };
    expect(at("figures/hip-raise-3.png")).toEqual({ ...raise, share: 0.3 });
    expect(at("figures/hip-raise-16.png")).toEqual({ ...raise, share: 1 });
    expect(at("figures/l-side-plank-0.png")).toEqual({
      name: "side-plank",
      mirrored: true,
      share: 0,
    });
    expect(at("figures/.png")).toBeUndefined();
  });

  test("is drawn for every exercise, all along its way, of plain numbers", () => {
    for (const name of EXERCISE_IDS) {
      const seen = [0, 0.3, 0.5, 0.99, 1].map((share) =>
        drawFigure({ name, mirrored: true, share }),
      );
      for (const markup of seen) expect(markup).not.toMatch(/NaN|undefined/);
      expect(seen[0]).not.toBe(seen[4]);
    }
    expect(
      drawFigure({ name: "jump", mirrored: false, share: 0 }),
    ).toBeUndefined();
  });
});
