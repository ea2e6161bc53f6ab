import fc from "fast-check";
import { Routine } from "../../common/routine";
import { S } from "../../app/session/session";
import { check } from "../builders/check";
import { SessionModel, TICK } from "../../verification/faults/session-model";
import { anyPlan } from "../../verification/builders/routines";
import { NamedSession, namedSession } from "../builders/session";
import { Script, anyScript } from "../builders/scripts";

const PLANS = anyPlan({ items: 3, sets: 2, reps: 3, seconds: 24 });

/** A session of the app, and all that was felt of it and worth an entry, with times. */
class Noted {
  readonly named: NamedSession;
  readonly cues: string[] = [];
  readonly marks: number[] = [];

  constructor(plan: Routine) {
    this.named = namedSession(plan);
  }

  note(now: number): void {
    const { cues, session } = this.named;
    if (cues.length) this.cues.push(now + " " + cues.join(" "));
    if (session[S.News]) this.marks.push(now);
    session[S.News] = 0;
  }

  advance(now: number): void {
    this.named.advance(now);
    this.note(now);
  }

  /** Only when it asked to be advanced; `lit` tells that somebody looks. */
  advanceIfDue(now: number, lit: boolean): void {
    const due = this.named.due(lit);
    if (due >= 0 && due <= now) this.advance(now);
  }
}

/**
 * Sessions woken every quarter second, only when they asked to be, and that with
 * a dark display.
 */
function play(plan: Routine, script: Script): void {
  const model = new SessionModel(plan);
  const eager = new Noted(plan);
  const lazy = new Noted(plan);
  const dark = new Noted(plan);
  const all = [eager, lazy, dark];
  const wanted: string[] = [];
  let now = 0;
  const feel = () => {
    if (model.cues.length) wanted.push(now + " " + model.cues.join(" "));
  };
  for (const [ticks, command] of script) {
    for (let i = 0; i < ticks; i++) {
      now += TICK;
      model.tick();
      feel();
      eager.advance(now);
      lazy.advanceIfDue(now, true);
      dark.advanceIfDue(now, false);
    }
    const done = model.command(command);
    feel();
    for (const session of all) {
      const { named } = session;
      expect(named.ask(command, now)).toBe(done);
      session.note(now);
      expect(session.cues).toEqual(wanted);
      expect(named.items).toEqual(model.items());
      expect([named.status, named.phase, named.completed]).toEqual([
        model.status,
        model.phase,
        model.completed,
      ]);
      expect(named.activeMs).toBe(model.activeMs);
      if (model.status !== "paused") {
        expect(named.pausedMs).toBe(model.pausedMs);
      }
    }
    expect(lazy.marks).toEqual(eager.marks);
    expect(dark.marks).toEqual(eager.marks);
  }
}

describe("a session that the runner pushes around", () => {
  test("cues, counts and times as one that ticks along a written list", () => {
    check(fc.property(PLANS, anyScript, play), 150);
  });
});
