import fc from "fast-check";
import { defaultRoutine } from "../../common/default-routine";
import { routineSeconds } from "../../common/routine";
import { I, R, secondsFrom } from "../../common/wire/flat-routine";
import { flatRoutine } from "../../common/wire/stored-routine";
import { packRoutine } from "../../common/wire/routine";
import { check } from "../builders/check";
import { Felt, playOn, playedTo } from "../builders/cue-times";
import { NamedSession, namedSession } from "../builders/session";
import {
  SMALL,
  anItem,
  anyPlan,
  shortRoutine,
} from "../../verification/builders/routines";

const PLAN = shortRoutine();

function started(plan = PLAN): NamedSession {
  return playedTo(namedSession(plan), 0);
}

/** Every cue of an undisturbed session, at the moment it is due. */
function schedule(plan = PLAN): Felt[] {
  const session = namedSession(plan);
  session.ask("start", 0);
  const first: Felt[] = session.cues.length ? [[0, ...session.cues]] : [];
  return first.concat(playOn(session, 0));
}

function shifted([at, ...cues]: Felt, by: number): Felt {
  return [at + by, ...cues];
}

describe("an undisturbed session", () => {
  test("tells the wrist each thing once, when it is due", () => {
    expect(schedule()).toEqual([
      ...[2, 3, 4].map((s) => [s * 1000, "tick"]),
      [5000, "go", "lift"],
      ...[8500, 10500, 14000].map((at, i) => [
        at,
        ["lower", "last", "lower"][i],
      ]),
      [16000, "rest"],
      ...[20, 21, 22].map((s) => [s * 1000, "tick"]),
      [23000, "go", "lift"],
      [26500, "lower"],
      [28500, "last"],
      [32000, "lower"],
      [34000, "next"],
      ...[37, 38, 39].map((s) => [s * 1000, "tick"]),
      [40000, "go"],
      [45000, "switch"],
      ...[46, 47, 48].map((s) => [s * 1000, "tick"]),
      [49000, "go"],
      [54000, "next"],
      ...[57, 58, 59].map((s) => [s * 1000, "tick"]),
      [60000, "go"],
      [70250, "halfway"],
      ...[77.5, 78.5, 79.5].map((s) => [s * 1000, "ending"]),
      [80500, "finish"],
    ]);
  });

  test("counts every quarter second, and how long the routine still takes", () => {
    const session = started();
    const routine = flatRoutine(packRoutine(PLAN))!;
    for (let now = 0; now < 80500; now += 250) {
      session.advance(now);
      const { item, set, side, phase } = session.step;
      if (!["lift", "hold", "lower"].includes(phase)) {
        const row = R.Items + item * I.Size;
        const later = secondsFrom(routine, row, set, side) * 1000;
        expect(session.left + later).toBe(80500 - now);
      }
      expect(session.activeMs).toBe(now);
    }
  });
});

describe("a pause", () => {
  test("at any moment stops everything, and shifts what was to come by its length", () => {
    const undisturbed = schedule();
    for (let at = 0; at < 80500; at += 250) {
      const session = playedTo(namedSession(PLAN), at);
      const left = session.left;
      expect(session.ask("pause", at)).toBe(true);
      expect(session.due()).toBe(-1);
      session.advance(at + 20000);
      expect([session.cues, session.left]).toEqual([[], left]);
      expect(session.ask("resume", at + 33125)).toBe(true);
      expect(session.cues).toEqual(["resume"]);
      const later = undisturbed.filter(([due]) => due > at);
      const felt = playOn(session, at + 33125);
      expect(felt).toEqual(later.map((one) => shifted(one, 33125)));
      expect([session.activeMs, session.pausedMs]).toEqual([80500, 33125]);
    }
  });
});

describe("a timer that wakes late", () => {
  test("tells only the newest of what was missed", () => {
    const session = started();
    session.advance(4900);
    expect([session.cues, session.cuesAt]).toEqual([["tick"], 4000]);
    session.advance(10400);
    expect([session.cues, session.cuesAt]).toEqual([["lower"], 8500]);
  });

  test("by up to five seconds never drifts, repeats or goes back", () => {
    const lateness = fc.array(fc.integer({ min: 0, max: 5000 }), {
      minLength: 5,
    });
    check(
      fc.property(anyPlan(SMALL), lateness, (plan, pattern) => {
        let turn = 0;
        const late = () => pattern[turn++ % pattern.length]!;
        const session = started(plan);
        const due = schedule(plan);
        let from = 0;
        for (const [now, ...cues] of playOn(session, 0, late)) {
          const missed = due.filter(([at]) => at > from && at <= now);
          expect(cues).toEqual(missed.pop()!.slice(1));
          from = now;
        }
        expect(session.activeMs).toBe(routineSeconds(plan) * 1000);
      }),
      60,
    );
  });

  test("by up to 200 ms moves no cue by more, at the end as at the start", () => {
    let turn = 0;
    const late = () => (turn += 77) % 201;
    const due = schedule(defaultRoutine());
    const felt = playOn(started(defaultRoutine()), 0, late);
    expect(felt.length).toBe(due.length);
    felt.forEach(([at, ...cues], i) => {
      const [on, ...wanted] = due[i]!;
      expect(cues).toEqual(wanted);
      expect(at - on >= 0 && at - on <= 200).toBe(true);
    });
  });
});

describe("a session that nobody looks at", () => {
  test("is not woken at the top of a rep, but feels all the same", () => {
    const lit = schedule();
    const dark = started();
    expect(playOn(dark, 0, undefined, false)).toEqual(lit);
    const woken = (seconds: number, display: boolean) =>
      playedTo(namedSession(PLAN), seconds * 1000).due(display) / 1000;
    // Two seconds up, one and a half held.
    expect([woken(5, true), woken(5, false)]).toEqual([7, 8.5]);
    expect([woken(7, true), woken(7, false)]).toEqual([8.5, 8.5]);
  });

  test("is woken at the top of a rep whose hold is worth an entry", () => {
    const held = (hold: number) => {
      const items = [anItem("hip-raise", { hold })];
      return playedTo(namedSession({ ...PLAN, items }), 5000).due(false) / 1000;
    };
    expect([held(9.5), held(10)]).toEqual([16.5, 7]);
  });
});

describe("wake-ups that nobody asked for", () => {
  test("such as those of a display that counts seconds, change no cue", () => {
    const undisturbed = schedule();
    for (const every of [70, 250, 1000]) {
      const session = started();
      const felt: Felt[] = [];
      for (let now = 0; session.status !== "finished";) {
        now = Math.min(session.due(), now + every);
        session.advance(now);
        if (session.cues.length) felt.push([now, ...session.cues]);
      }
      expect(felt).toEqual(undisturbed);
    }
  });
});
