import { existsSync, readFileSync, readdirSync } from "node:fs";
import { loadView, type ViewNode, type ViewTree } from "fitbit-simulator/draw";
import { touching } from "../pictures/ink";
import { misfits } from "../../tools/words/text-fit";

const SCREEN = { width: 336, height: 336 };

function open(view: string): ViewTree {
  return loadView({
    path: `resources/${view}.view`,
    widgets: "resources/widget.defs",
    read: (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined),
    screen: SCREEN,
  });
}

const VIEWS = readdirSync("resources")
  .filter((file) => file.endsWith(".view"))
  .map((file) => file.replace(".view", ""));

/** What each view says at most, as far as numbers go; `test/words` sees to the words. */
const LONGEST: Record<string, Record<string, string>> = {
  index: {
    routine: "Runner's Core for weekends",
    minutes: "240",
    unit: "min",
    count: "9/7",
    last: "Yesterday: 240 min",
    notice: "",
    "start-label": "Start",
  },
  today: { name: "Figure-four glute stretch" },
  "cue-demo": {
    step: "11/11",
    meaning: "2 strong nudges: next exercise",
    "done-label": "Done",
  },
  work: {
    number: "600",
    phase: "Hold 600",
    exercise: "Copenhagen plank with a partner",
    "side-left": "L",
    "side-right": "",
  },
  rest: {
    number: "300",
    phase: "Switch sides",
    "side-left": "L",
    "side-right": "",
    place: "40/40",
    left: "240'",
    next: "Copenhagen plank with a partner",
    detail: "Set 10 of 10",
    "more-rest-label": "+15 s",
  },
  paused: {
    phase: "Paused",
    exercise: "Copenhagen plank with a partner",
    set: "Set 10 of 10 · Right",
    remaining: "240:40 left",
    "resume-label": "Resume",
    "skip-label": "Skip",
    "back-label": "Back",
    "end-label": "End",
  },
  confirm: {
    question: "End the session?",
    detail: "What you did is saved.",
    "keep-going-label": "Keep going",
    "confirm-end-label": "End",
  },
  resume: {
    question: "Continue the session?",
    detail: "Copenhagen plank with a partner · Set 10 of 10",
    "resume-session-label": "Resume",
    "save-session-label": "Save",
    "discard-session-label": "Discard",
  },
  summary: {
    outcome: "Session saved",
    count: "9/7",
    time: "240:24",
    sets: "400",
    reps: "9999",
    heart: "212",
    calories: "1184",
    "sets-label": "sets",
    "reps-label": "reps",
    "heart-label": "bpm",
    "calories-label": "kcal",
    "done-label": "Done",
  },
  ask: {
    title: "How is your back now? 0 fine, 10 worst",
    detail: "",
    "choice-0-label": "No, or the same",
    "choice-1-label": "Less, or higher up",
    "choice-2-label": "More, or further down",
    "choice-3-label": "Numb, weak, or both legs",
  },
  error: {
    title: "Something went wrong",
    detail: 'Error: there is no module "./recovery-190bb95a.js"',
    "done-label": "Done",
  },
};

const TARGETS: Record<string, string[]> = {
  index: ["today", "start"],
  today: [],
  "cue-demo": ["done"],
  work: ["pause", "back", "skip"],
  rest: ["more-rest", "skip", "pause", "back"],
  paused: ["resume", "skip", "back", "end"],
  confirm: ["keep-going", "confirm-end"],
  resume: ["resume-session", "save-session", "discard-session"],
  summary: ["done"],
  // It has one listener for all of its places: see below.
  ask: [],
  error: ["done"],
};

/** What is not shown in a view as it is opened, where its texts are. */
const SHOWN: Record<string, string[]> = {
  ask: ["choices", "option-0", "option-1", "option-2", "option-3"],
};

function drawn(tree: ViewTree): ViewNode[] {
  return [...tree.all()].filter((node) => !node.classNames.includes("touch"));
}

function texts(tree: ViewTree): ViewNode[] {
  return drawn(tree).filter(
    (node) => node.tag === "text" || node.tag === "textarea",
  );
}

/** A number of the scale, which stands in the view. */
function isOfScale(node: ViewNode): boolean {
  return node.classNames.includes("cell-number");
}

/** A view that says as much as it ever does; its figure and pictures are the app's business. */
function full(view: string): ViewTree {
  const tree = open(view);
  tree.byId("figure")?.set("display", "none");
  for (const id of SHOWN[view] ?? []) tree.byId(id)!.set("display", "inline");
  for (const [id, text] of Object.entries(LONGEST[view]!)) {
    const node = tree.byId(id);
    if (node === null) throw new Error(`no ${id}`);
    node.text = text;
  }
  return tree;
}

describe.each(Object.keys(LONGEST))("the %s screen", (view) => {
  test("opens with nothing left out", () => {
    expect(open(view).notes).toEqual([]);
  });

  test("has its touch targets, each at least 80 pixels wide and high, none shown", () => {
    const tree = open(view);
    for (const id of TARGETS[view]!) {
      const target = tree.byId(id);
      if (target === null) throw new Error(`no ${id}`);
      expect(target.get("pointer-events")).toBe("visible");
      expect(target.get("opacity")).toBe("0");
      const box = tree.box(target);
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(80);
      expect(box.x + box.width).toBeLessThanOrEqual(SCREEN.width);
      expect(box.y + box.height).toBeLessThanOrEqual(SCREEN.height);
    }
  });

  test("says nothing of its own: every word comes from the program", () => {
    const found = texts(open(view)).filter((node) => !isOfScale(node));
    expect([...new Set(found.map((node) => node.id))].sort()).toEqual(
      Object.keys(LONGEST[view]!).sort(),
    );
    expect(found.filter((node) => node.text !== "")).toEqual([]);
  });

  test("holds its longest texts and numbers, whole and apart", () => {
    const tree = full(view);
    expect(misfits(tree)).toEqual([]);
    expect(touching(tree)).toEqual([]);
  });
});

test("the scale of a question has its numbers, whole and apart", () => {
  const tree = open("ask");
  tree.byId("scale")!.set("display", "inline");
  tree.byId("title")!.text = LONGEST["ask"]!["title"]!;
  expect(
    texts(tree)
      .filter(isOfScale)
      .map(({ text }) => text),
  ).toEqual("0 1 2 3 4 5 6 7 8 9 10 –".split(" "));
  expect(misfits(tree)).toEqual([]);
  expect(touching(tree)).toEqual([]);
});

test("a question hears its cells and choices where they are computed", () => {
  const tree = open("ask");
  const boxOf = (id: string) => tree.box(tree.byId(id)!);
  for (const id of ["scale", "choices"]) {
    expect(tree.byId(id)!.get("pointer-events")).toBe("visible");
  }
  for (let cell = 0; cell < 12; cell++) {
    const x = (cell % 4) * 84;
    const y = 76 + Math.floor(cell / 4) * 86;
    expect(boxOf(`back-${cell}`)).toEqual({ x, y, width: 84, height: 86 });
  }
  for (let at = 0; at < 4; at++) {
    const y = 76 + at * 65;
    expect(boxOf(`choice-${at}`)).toEqual({ x: 0, y, width: 336, height: 65 });
  }
});

test("every view of the package is looked at here", () => {
  expect(VIEWS.sort()).toEqual(Object.keys(LONGEST).sort());
});

test("all screens together use eight colours and four sizes of type", () => {
  const shown = VIEWS.flatMap((view) => drawn(open(view)));
  const colours = new Set(
    shown
      .filter((node) => !["svg", "g", "use", "image"].includes(node.tag))
      .map((node) => node.get("fill")),
  );
  expect([...colours].sort()).toEqual([
    "#1d2932",
    "#3d5567",
    "#43e8a5",
    "#9cc9e8",
    "#ff6b5e",
    "#ffc94a",
    "black",
    "white",
  ]);
  const sizes = VIEWS.flatMap((view) =>
    texts(open(view)).map((node) => node.get("font-size")),
  );
  // A question's three lines begin between the upper corners: they are a pixel smaller.
  expect([...new Set(sizes)].sort()).toEqual(["26", "27", "34", "60", "96"]);
});
