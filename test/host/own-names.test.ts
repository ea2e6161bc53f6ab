import { customItem } from "../../common/default-routine";
import { aRoutine } from "../../verification/builders/routines";
import { inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

test.each([
  ["of thirty wide letters", "上".repeat(30), 1],
  ["of few letters", "Wall angel", 0.6],
])(
  "a name %s is whole in two lines, before the work and in it",
  async (_, name, ems) => {
    const items = [customItem(name, "hold", 1)];
    const wearer = await inSession(aRoutine({ revision: 5, items }));
    const size = (id: string): number =>
      Number(wearer.watch.tree!.byId(id)!.get("font-size"));
    const room = (id: string): number => {
      const width = Number(wearer.watch.tree!.byId(id)!.get("width"));
      return 2 * Math.floor(width / (size(id) * ems));
    };
    wearer.waits(2);
    expect(wearer.sees["next"]).toBe(name);
    expect(room("next")).toBeGreaterThanOrEqual(name.length);
    wearer.until(15);
    expect(wearer.sees["exercise"]).toBe(name);
    expect(room("exercise")).toBeGreaterThanOrEqual(name.length);
    expect(size("exercise") < 27).toBe(name.length > 20);
  },
);

test("a wait of more than 999 seconds is told in minutes, which have room", async () => {
  const wearer = await inSession();
  for (let i = 0; i < 70; i++) wearer.taps("more-rest");
  expect(wearer.sees["number"]).toBe("18'");
  wearer.until(70);
  expect(wearer.sees["number"]).toBe("991");
});
