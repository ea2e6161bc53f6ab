import { readFileSync, existsSync, readdirSync } from "node:fs";
import {
  loadView,
  type ViewNode,
  type ViewTree,
} from "../../simulator/engine/view";
import { CATALOGUE } from "../../common/catalogue";
import { textareaLines } from "../../simulator/engine/view/lines";
import { Layout } from "../../simulator/engine/view/layout";
import { resolveLength } from "../../simulator/engine/view/length";

const SCREEN = { width: 336, height: 336 };
const CORNER = 68;
const RING = { x: 168, y: 168, radius: 154 };

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

/** The longest text that each line must hold; text that wraps is looked at by eye. */
const LONGEST: Record<string, Record<string, string>> = {
  index: {
    minutes: "118 min",
    exercises: "40 exercises",
    last: "Last: yesterday, 18 min",
    "start-label": "Start",
  },
  work: {
    number: "600",
    phase: "Get ready",
    set: "Set 10 of 10",
    side: "Right side",
    "side-left": "L",
    "side-right": "R",
  },
  rest: {
    number: "300",
    phase: "Switch sides",
    position: "Face down on a bench",
    "next-detail": "Set 10 of 10",
    "more-rest-label": "+15 s",
  },
  paused: {
    phase: "Paused",
    set: "Set 10 of 10 · Right side",
    remaining: "128:40 left",
    "resume-label": "Resume",
    "skip-label": "Skip",
    "back-label": "Back",
    "end-label": "End",
  },
  confirm: {
    "keep-going-label": "Keep going",
    "confirm-end-label": "End session",
  },
  resume: {
    "resume-session-label": "Resume",
    "save-session-label": "Save",
    "discard-session-label": "Discard",
  },
  summary: {
    outcome: "Session complete",
    time: "118:24",
    sets: "400",
    reps: "2000",
    heart: "212",
    calories: "1184",
    "sets-label": "sets",
    "reps-label": "reps",
    "heart-label": "bpm",
    "calories-label": "kcal",
    "done-label": "Done",
  },
  error: { "done-label": "OK" },
};

const TARGETS: Record<string, string[]> = {
  index: ["start"],
  work: ["pause", "back", "skip"],
  rest: ["more-rest", "skip", "pause", "back"],
  paused: ["resume", "skip", "back", "end"],
  confirm: ["keep-going", "confirm-end"],
  resume: ["resume-session", "save-session", "discard-session"],
  summary: ["done"],
  error: ["done"],
};

const WRAPPED: Record<string, string[]> = {
  index: ["routine", "notice"],
  work: ["exercise"],
  rest: ["next"],
  paused: ["exercise"],
  confirm: ["question", "detail"],
  resume: ["question", "detail"],
  summary: [],
  error: ["title", "detail"],
};

function drawn(tree: ViewTree): ViewNode[] {
  return [...tree.all()].filter((node) => !node.classNames.includes("touch"));
}

function texts(tree: ViewTree): ViewNode[] {
  return drawn(tree).filter(
    (node) => node.tag === "text" || node.tag === "textarea",
  );
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const hex = { white: "#ffffff", black: "#000000" }[colour] ?? colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort(
    (a, b) => a - b,
  );
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function insideDisplay(x: number, y: number): boolean {
  const dx = Math.max(CORNER - x, x - (SCREEN.width - CORNER), 0);
  const dy = Math.max(CORNER - y, y - (SCREEN.height - CORNER), 0);
  return Math.hypot(dx, dy) <= CORNER;
}

function insideRing(x: number, y: number): boolean {
  return Math.hypot(x - RING.x, y - RING.y) <= RING.radius;
}

describe.each(Object.keys(LONGEST))("the %s screen", (view) => {
  test("opens with nothing left out", () => {
    expect(open(view).notes).toEqual([]);
  });

  test("has its touch targets, each at least 80 pixels wide and high, none shown", () => {
    const tree = open(view);
    for (const id of TARGETS[view] ?? []) {
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
    const ids = [...Object.keys(LONGEST[view] ?? {}), ...(WRAPPED[view] ?? [])];
    const found = texts(open(view));
    expect(found.map((node) => node.id).sort()).toEqual(ids.sort());
    expect(found.filter((node) => node.text !== "")).toEqual([]);
  });

  test("holds its longest texts inside the display, uncut", () => {
    const tree = open(view);
    const inside = tree.byId("ring") ? insideRing : insideDisplay;
    for (const [id, text] of Object.entries(LONGEST[view] ?? {})) {
      const node = tree.byId(id);
      if (node === null) throw new Error(`no ${id}`);
      node.text = text;
      const { x, y, width, height } = tree.box(node);
      // Letters fill about the middle three quarters of their line's height.
      const [top, bottom] = [y + height * 0.05, y + height * 0.77];
      const corners = [top, bottom].flatMap((at) => [
        inside(x, at),
        inside(x + width, at),
      ]);
      expect([id, ...corners]).toEqual([id, true, true, true, true]);
      const room =
        Math.ceil(resolveLength(node.get("text-length"), 0, 0) / 4) * 4;
      expect([id, room >= text.length]).toEqual([id, true]);
    }
  });

  test("lets no two lines of text touch", () => {
    const tree = open(view);
    const lines = Object.entries(LONGEST[view] ?? {}).map(([id, text]) => {
      const node = tree.byId(id);
      if (node === null) throw new Error(`no ${id}`);
      node.text = text;
      const { x, y, width, height } = tree.box(node);
      return {
        id,
        x,
        right: x + width,
        top: y + height * 0.1,
        bottom: y + height * 0.9,
      };
    });
    for (const a of lines) {
      for (const b of lines) {
        if (a.id >= b.id) continue;
        const apart =
          a.right <= b.x ||
          b.right <= a.x ||
          a.bottom <= b.top ||
          b.bottom <= a.top;
        expect([a.id, b.id, apart]).toEqual([a.id, b.id, true]);
      }
    }
  });
});

/** The messages of the watch app in English. */
function messages(): Map<string, string> {
  const source = readFileSync("app/i18n/en-US.po", "utf8");
  const found = source.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm);
  return new Map([...found].map(([, id = "", text = ""]) => [id, text]));
}

const EXERCISES = CATALOGUE.map((exercise) => exercise.id);
const WRAPPING: [view: string, id: string, keys: (key: string) => boolean][] = [
  ["index", "notice", (key) => key.startsWith("notice-")],
  ["work", "exercise", (key) => EXERCISES.includes(key)],
  ["rest", "next", (key) => EXERCISES.includes(key)],
  ["paused", "exercise", (key) => EXERCISES.includes(key)],
  ["confirm", "question", (key) => key === "end-question"],
  ["confirm", "detail", (key) => key === "end-detail"],
  ["resume", "question", (key) => key === "resume-question"],
  ["error", "title", (key) => key === "error-title"],
];

test.each(WRAPPING)(
  "%s: every message for %s fits its box in whole words",
  (view, id, has) => {
    const tree = open(view);
    const node = tree.byId(id);
    if (node === null) throw new Error(`no ${id}`);
    const texts = [...messages()].filter(([key]) => has(key));
    expect(texts).not.toEqual([]);
    for (const [key, text] of texts) {
      node.text = text;
      const shown = textareaLines(node, new Layout(SCREEN));
      expect([key, shown.join(" ")]).toEqual([key, text]);
    }
  },
);

test("every view of the package is looked at here", () => {
  expect(VIEWS.sort()).toEqual(Object.keys(LONGEST).sort());
});

test("all screens together use six colours and four sizes of type", () => {
  const shown = VIEWS.flatMap((view) => drawn(open(view)));
  const colours = new Set(
    shown
      .filter((node) => !["svg", "g"].includes(node.tag))
      .map((node) => node.get("fill")),
  );
  expect([...colours].sort()).toEqual([
    "#22323f",
    "#43e8a5",
    "#9cc9e8",
    "#ffc94a",
    "black",
    "white",
  ]);
  const sizes = VIEWS.flatMap((view) =>
    texts(open(view)).map((node) => node.get("font-size")),
  );
  expect([...new Set(sizes)].sort()).toEqual(["116", "27", "34", "60"]);
});

test("what is read stands out at least 7 to 1", () => {
  for (const view of VIEWS) {
    for (const node of texts(open(view))) {
      const fill = node.get("fill") ?? "";
      const ground =
        fill === "black"
          ? "#43e8a5"
          : node.id === "more-rest-label"
            ? "#22323f"
            : "black";
      expect([node.id, contrast(fill, ground) >= 7]).toEqual([node.id, true]);
    }
  }
});
