import fc from "fast-check";
import { Cue } from "../../app/session/cues";
import { advance, nextDue } from "../../app/session/advance";
import { apply } from "../../app/session/commands";
import { activeMs, newPlayer } from "../../app/session/player";
import { itemsOf } from "../../app/session/tally";
import { Routine } from "../../common/routine";
import { check } from "../builders/check";
import { SessionModel, TICK } from "../../verification/faults/session-model";
import { anyPlan } from "../../verification/builders/routines";
import { Script, anyScript } from "../builders/scripts";

const PLANS = anyPlan({ items: 3, sets: 2, reps: 3, seconds: 24 });

/** Adds the cues of a moment to a list of them. */
function note(cues: string[], now: number, felt: Cue[]): void {
  if (felt.length) cues.push(now + " " + felt.join(" "));
}

/** Players woken every quarter second, and only when they asked to be. */
function play(plan: Routine, script: Script): void {
  const model = new SessionModel(plan);
  const eager = newPlayer(plan);
  const lazy = newPlayer(plan);
  const wanted: string[] = [];
  const eagerly: string[] = [];
  const lazily: string[] = [];
  let now = 0;
  for (const [ticks, command] of script) {
    for (let i = 0; i < ticks; i++) {
      now += TICK;
      model.tick();
      note(wanted, now, model.cues);
      advance(eager, now);
      note(eagerly, now, eager.cues);
      const due = nextDue(lazy);
      if (due < 0 || due > now) continue;
      advance(lazy, now);
      note(lazily, now, lazy.cues);
    }
    const refused = model.command(command);
    note(wanted, now, model.cues);
    expect(apply(eager, command, now)).toBe(refused);
    note(eagerly, now, eager.cues);
    expect(apply(lazy, command, now)).toBe(refused);
    note(lazily, now, lazy.cues);
    expect(eagerly).toEqual(wanted);
    expect(lazily).toEqual(wanted);
    expect(itemsOf(eager)).toEqual(model.items());
    expect(itemsOf(lazy)).toEqual(model.items());
    const { status, step, completed } = eager;
    expect([status, step.phase, completed]).toEqual([
      model.status,
      model.phase,
      model.completed,
    ]);
    expect(activeMs(eager, now)).toBe(model.activeMs);
    if (status !== "paused") expect(eager.pausedMs).toBe(model.pausedMs);
  }
}

describe("a session that the runner pushes around", () => {
  test("cues, counts and times as one that ticks along a written list", () => {
    check(fc.property(PLANS, anyScript, play), 150);
  });
});
