import fc from "fast-check";
import { advance, nextDue } from "../../app/session/advance";
import { apply } from "../../app/session/commands";
import { sessionRemaining } from "../../app/session/remaining";
import {
  Player,
  activeMs,
  newPlayer,
  stepRemaining,
} from "../../app/session/player";
import { defaultRoutine } from "../../common/dose";
import { routineSeconds } from "../../common/routine";
import { check } from "../builders/check";
import { Felt, playOn, playedTo } from "../builders/cue-times";
import {
  SMALL,
  anyPlan,
  shortRoutine,
} from "../../verification/builders/routines";

const PLAN = shortRoutine();

function started(plan = PLAN): Player {
  return playedTo(newPlayer(plan), 0);
}

/** Every cue of an undisturbed session, at the moment it is due. */
function schedule(plan = PLAN): Felt[] {
  const player = newPlayer(plan);
  apply(player, "start", 0);
  const first: Felt[] = player.cues.length ? [[0, ...player.cues]] : [];
  return first.concat(playOn(player, 0));
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

  test("says at every quarter second how long it will still take", () => {
    const player = started();
    for (let now = 0; now < 80500; now += 250) {
      advance(player, now);
      expect(sessionRemaining(player, now)).toBe(80500 - now);
      expect(activeMs(player, now)).toBe(now);
    }
  });
});

describe("a pause", () => {
  test("at any moment stops everything, and shifts what was to come by its length", () => {
    const undisturbed = schedule();
    for (let at = 0; at < 80500; at += 250) {
      const player = playedTo(newPlayer(PLAN), at);
      const left = stepRemaining(player, at);
      expect(apply(player, "pause", at)).toBeUndefined();
      expect(nextDue(player)).toBe(-1);
      advance(player, at + 20000);
      expect([player.cues, stepRemaining(player, at + 20000)]).toEqual([
        [],
        left,
      ]);
      expect(apply(player, "resume", at + 33125)).toBeUndefined();
      expect(player.cues).toEqual(["resume"]);
      const later = undisturbed.filter(([due]) => due > at);
      const felt = playOn(player, at + 33125);
      expect(felt).toEqual(later.map((one) => shifted(one, 33125)));
      expect([activeMs(player, 0), player.pausedMs]).toEqual([80500, 33125]);
    }
  });
});

describe("a timer that wakes late", () => {
  test("tells only the newest of what was missed", () => {
    const player = started();
    advance(player, 4900);
    expect([player.cues, player.cuesAt]).toEqual([["tick"], 4000]);
    advance(player, 10400);
    expect([player.cues, player.cuesAt]).toEqual([["lower"], 8500]);
  });

  test("by up to five seconds never drifts, repeats or goes back", () => {
    const lateness = fc.array(fc.integer({ min: 0, max: 5000 }), {
      minLength: 5,
    });
    check(
      fc.property(anyPlan(SMALL), lateness, (plan, pattern) => {
        let turn = 0;
        const late = () => pattern[turn++ % pattern.length]!;
        const player = started(plan);
        const due = schedule(plan);
        let from = 0;
        for (const [now, ...cues] of playOn(player, 0, late)) {
          const missed = due.filter(([at]) => at > from && at <= now);
          expect(cues).toEqual(missed.pop()!.slice(1));
          from = now;
        }
        expect(activeMs(player, 0)).toBe(routineSeconds(plan) * 1000);
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

describe("wake-ups that nobody asked for", () => {
  test("such as those of a display that counts seconds, change no cue", () => {
    const undisturbed = schedule();
    for (const every of [70, 250, 1000]) {
      const player = started();
      const felt: Felt[] = [];
      for (let now = 0; player.status !== "finished";) {
        now = Math.min(nextDue(player), now + every);
        advance(player, now);
        if (player.cues.length) felt.push([now, ...player.cues]);
      }
      expect(felt).toEqual(undisturbed);
    }
  });
});
