import { benchOptions } from "../../tools/bench/options";
import { judge } from "../../tools/bench/table";

describe("the arguments of the bench", () => {
  test("name engines, or ask for the page, for the models, or for help", () => {
    expect(benchOptions([])).toEqual({ of: "package" });
    expect(
      benchOptions(["--jerryscript", "a", "--jerryscript-64", "b"]),
    ).toEqual({ of: "package", jerryscript: "a", jerryscript64: "b" });
    expect(benchOptions(["--page"])).toEqual({ of: "page" });
    expect(benchOptions(["--models", "--jerryscript", "a"])).toEqual({
      of: "models",
      jerryscript: "a",
    });
    expect(benchOptions(["--page", "--before", "a"])).toEqual({
      of: "page",
      before: "a",
    });
    expect(benchOptions(["--page", "--help"])).toBe("help");
  });

  test.each([
    [["--jerry", "a"], "Unknown option '--jerry'"],
    [["a"], "Unexpected argument 'a'"],
    [["--jerryscript"], "argument missing"],
    [["--page", "--jerryscript", "a"], "--page measures the page alone"],
    [["--before", "a"], "--before goes with --page only"],
    [["--page", "--models"], "--page measures the page alone"],
    [["--models", "--jerryscript-64", "a"], "--models counts no instructions"],
  ])("%j is refused", (args, why) => {
    expect(() => benchOptions(args)).toThrow(why);
  });
});

describe("a budget", () => {
  const left = { what: "left", unit: " bytes", atLeast: true };

  test.each([
    [8000, "within"],
    [7999, "over its goal"],
    [5999, "OVER BUDGET"],
    ["dies" as const, "OVER BUDGET"],
    ["not measured" as const, "not measured"],
  ])("of what has to be left, at %s", (value, verdict) => {
    const budget = { ...left, hard: 6000, goal: 8000 };
    expect(judge(budget, value).verdict).toBe(verdict);
  });

  test("of nothing that has to be left is met by 0, not by death", () => {
    const budget = { ...left, hard: 0, goal: 4000 };
    expect(judge(budget, 0).verdict).toBe("over its goal");
    expect(judge(budget, "dies").verdict).toBe("OVER BUDGET");
  });

  test("of what may be taken, at its limits", () => {
    const budget = { what: "M", unit: " M", hard: 16, goal: 11 };
    expect(judge(budget, 16).verdict).toBe("over its goal");
    expect(judge(budget, 16.01).verdict).toBe("OVER BUDGET");
    expect(judge(budget, 11).verdict).toBe("within");
  });
});
