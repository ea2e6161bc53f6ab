import type { WorldEvent } from "../../src/engine";
import { SightFollower } from "../../src/web/phone-view/sight";

const screen = (t: number, view: string, text: Record<string, string>) =>
  ({ t, type: "screen", view, text }) as const;
const pulse = (t: number) => ({ t, type: "vibrate", pattern: "bump" }) as const;

describe("what the watch shows, moment by moment", () => {
  test("a pulse and the screen of one time are one moment, in either order", () => {
    const follower = new SightFollower();
    const [first] = follower.follow([
      screen(1, "rest", { phase: "Rest", number: "4" }),
    ]);
    expect(first?.felt).toBe(false);
    const events: WorldEvent[] = [
      pulse(2),
      screen(2, "rest", { number: "3" }),
      screen(3, "rest", { number: "2" }),
      pulse(3),
      pulse(3.45),
    ];
    expect(
      follower.follow(events).map(({ now, felt }) => [now.text, felt]),
    ).toEqual([
      [{ phase: "Rest", number: "3" }, true],
      [{ phase: "Rest", number: "2" }, true],
      [{ phase: "Rest", number: "2" }, true],
    ]);
  });

  test("of another view nothing of the one before is left", () => {
    const follower = new SightFollower();
    follower.follow([screen(1, "rest", { next: "Plank" })]);
    const [change] = follower.follow([screen(2, "work", { phase: "Hold" })]);
    expect(change?.before?.view).toBe("rest");
    expect(change?.now.text).toEqual({ phase: "Hold" });
  });

  test("an app that has ended shows nothing", () => {
    const follower = new SightFollower();
    const exit = { t: 2, type: "exit", from: "watch", reason: "kill" } as const;
    expect(follower.follow([screen(1, "rest", {}), exit])).toHaveLength(1);
    expect(follower.seen).toBeUndefined();
  });
});
