import { Schedule } from "../../src/engine/time/schedule";
import { TimeFlow, type RealTime } from "../../src/web/world/time-flow";

/** A machine whose time the test moves on; work costs what the test says. */
class Machine implements RealTime {
  ms = 0;
  private waiting: { at: number; run: () => void }[] = [];

  /** Looking at the clock takes its time, too: nothing goes on for ever within one moment. */
  now(): number {
    this.ms += 0.001;
    return this.ms;
  }

  later(ms: number, run: () => void): () => void {
    const entry = { at: this.ms + ms, run };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  pass(ms: number): void {
    const end = this.ms + ms;
    for (;;) {
      this.waiting.sort((a, b) => a.at - b.at);
      const next = this.waiting[0];
      if (next === undefined || next.at > end) break;
      this.waiting.shift();
      this.ms = Math.max(this.ms, next.at);
      next.run();
    }
    this.ms = Math.max(this.ms, end);
  }
}

function start() {
  const machine = new Machine();
  const world = new Schedule();
  const state = { idle: false, reports: 0, cost: 0 };
  const fast: boolean[] = [];
  const flow = new TimeFlow(machine, {
    world: () => world,
    idle: () => state.idle,
    fast: (is) => fast.push(is),
    ran: () => (state.reports += 1),
  });
  const ticks: number[] = [];
  const tick = () => {
    machine.ms += state.cost;
    ticks.push(world.nowMs);
    world.at(world.nowMs + 1000, tick);
  };
  world.at(1000, tick);
  flow.wake();
  return { machine, world, flow, state, ticks, fast };
}

describe("the pace of time", () => {
  test("goes with real time, then ten times as fast from where it was", () => {
    const { machine, world, flow, ticks } = start();
    machine.pass(2500);
    expect(ticks).toEqual([1000, 2000]);
    flow.setSpeed(10);
    expect(world.nowMs).toBe(2500);
    machine.pass(500);
    expect(ticks).toEqual([1000, 2000, 3000, 4000, 5000, 6000, 7000]);
  });

  test("stands still while paused, but does what is due now", () => {
    const { machine, world, flow, ticks } = start();
    flow.setSpeed(0);
    machine.pass(60_000);
    expect(ticks).toEqual([]);
    let done = false;
    world.at(0, () => (done = true));
    flow.wake();
    expect(done).toBe(true);
    flow.setSpeed(1);
    machine.pass(1000);
    expect(ticks).toEqual([1000]);
  });

  test("as fast as possible, it lets others have their turn", () => {
    const { machine, flow, state, ticks } = start();
    state.cost = 1;
    flow.setSpeed("max");
    const reports = state.reports;
    machine.pass(120);
    expect(ticks.length).toBeGreaterThan(100);
    expect(state.reports - reports).toBeGreaterThanOrEqual(9);
  });

  test("looks for the next cue and then goes on as before", () => {
    const { machine, world, flow, ticks } = start();
    flow.setSpeed(0);
    world.at(90_000, () => flow.cue());
    flow.seekCue();
    machine.pass(100);
    expect(world.nowMs).toBe(90_000);
    expect(ticks).toHaveLength(89);
    machine.pass(5000);
    expect(world.nowMs).toBe(90_000);
  });

  test("gives up looking for a cue after an hour", () => {
    const { machine, world, flow } = start();
    flow.setSpeed(0);
    flow.seekCue();
    machine.pass(1000);
    expect(world.nowMs).toBe(3_600_000);
  });

  test("says when it begins and ceases to be fast, also for a cue", () => {
    const { machine, world, flow, fast } = start();
    flow.setSpeed(10);
    flow.setSpeed("max");
    flow.setSpeed(1);
    world.at(90_000, () => flow.cue());
    flow.seekCue();
    machine.pass(100);
    expect(world.nowMs).toBeGreaterThanOrEqual(90_000);
    expect(fast).toEqual([true, false, true, false]);
  });

  test("looks for no cue while nothing is going on, nor when something does again", () => {
    const { machine, world, flow, state } = start();
    state.idle = true;
    flow.seekCue();
    machine.pass(2000);
    state.idle = false;
    flow.wake();
    machine.pass(1000);
    expect(world.nowMs).toBeLessThan(3100);
  });

  test("stops looking for a cue when the app ends on the way", () => {
    const { machine, world, flow, state } = start();
    world.at(60_000, () => (state.idle = true));
    flow.seekCue();
    machine.pass(1000);
    expect(world.nowMs).toBeGreaterThanOrEqual(60_000);
    expect(world.nowMs).toBeLessThan(61_100);
    state.idle = false;
    flow.wake();
    machine.pass(1000);
    expect(world.nowMs).toBeLessThan(62_200);
  });

  test("fast time waits while nothing is going on, and goes on when something does", () => {
    const { machine, flow, state, ticks } = start();
    state.idle = true;
    flow.setSpeed("max");
    machine.pass(3000);
    expect(ticks).toHaveLength(3);
    state.idle = false;
    flow.wake();
    machine.pass(10);
    expect(ticks.length).toBeGreaterThan(10);
  });

  test("a machine that is too slow falls behind and does not run after the time it lost", () => {
    const { machine, flow, state, ticks } = start();
    flow.setSpeed(60);
    state.cost = 100;
    machine.pass(2000);
    const slow = ticks.length;
    expect(slow).toBeLessThan(30);
    state.cost = 0;
    machine.pass(1000);
    expect(ticks.length - slow).toBeLessThan(80);
  });
});
