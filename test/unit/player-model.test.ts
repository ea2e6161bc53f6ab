import fc from "fast-check";
import { Cue } from "../../app/session/cues";
import { Player } from "../../app/session/player";
import { Routine } from "../../common/routine";
import { check } from "../builders/check";
import { Model, TICK } from "../builders/model";
import { anyPlan } from "../builders/routines";
import { Script, anyScript } from "../builders/scripts";

const PLANS = anyPlan({ items: 3, sets: 2, reps: 3, seconds: 24 });

/** Adds the cues of a moment to a list of them. */
function note(cues: string[], now: number, felt: Cue[]): void {
  if (felt.length) cues.push(now + " " + felt.join(" "));
}

/** Players woken every quarter second, and only when they asked to be. */
function play(plan: Routine, script: Script): void {
  const model = new Model(plan);
  const eager = new Player(plan);
  const lazy = new Player(plan);
  const wanted: string[] = [];
  const eagerly: string[] = [];
  const lazily: string[] = [];
  let now = 0;
  for (const [ticks, command] of script) {
    for (let i = 0; i < ticks; i++) {
      now += TICK;
      model.tick();
      note(wanted, now, model.cues);
      eager.advance(now);
      note(eagerly, now, eager.cues);
      const due = lazy.nextDue();
      if (due < 0 || due > now) continue;
      lazy.advance(now);
      note(lazily, now, lazy.cues);
    }
    const refused = model.command(command);
    note(wanted, now, model.cues);
    expect(eager.apply(command, now)).toBe(refused);
    note(eagerly, now, eager.cues);
    expect(lazy.apply(command, now)).toBe(refused);
    note(lazily, now, lazy.cues);
    expect(eagerly).toEqual(wanted);
    expect(lazily).toEqual(wanted);
    expect(eager.items()).toEqual(model.items());
    expect(lazy.items()).toEqual(model.items());
    const { status, step, completed } = eager;
    const live = status === "ready" || status === "running";
    expect([live ? "live" : status, step.phase, completed]).toEqual([
      model.status,
      model.phase,
      model.completed,
    ]);
    expect(eager.activeMs(now)).toBe(model.activeMs);
    if (status !== "paused") expect(eager.pausedMs).toBe(model.pausedMs);
  }
}

describe("a session that the runner pushes around", () => {
  test("cues, counts and times as one that ticks along a written list", () => {
    check(fc.property(PLANS, anyScript, play), 150);
  });
});
