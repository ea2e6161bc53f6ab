import type { ViewNode } from "./types";

/** What an animation tells of itself, and the element that holds it. */
export interface AnimationEvent {
  readonly type: "animationstart" | "animationiteration" | "animationend";
  readonly node: ViewNode;
}

/** An animation from its first value on; times in ms. */
export interface Course {
  /** The animation's own element. */
  readonly source: ViewNode;
  /** The element that holds it, and hears of it. */
  readonly holder: ViewNode;
  readonly startMs: number;
  readonly periodMs: number;
  /** How often it is played; may be infinite. */
  readonly repeats: number;
}

interface Told extends Course {
  /** How many of its moments are over: its start, each further round, its end. */
  past: number;
}

/** Shortest time between two rounds that are told, in ms; shorter ones come as often as this. */
const LEAST_PERIOD_MS = 20;

/** When the animations of one view start, go round and end, for the elements that ask to hear it. */
export class AnimationEvents {
  private readonly heard = new Set<ViewNode>();
  private courses: Told[] = [];

  /** An animation began, and what it did before is over. */
  begun(course: Course): void {
    this.ended(course.source);
    this.courses.push({
      ...course,
      periodMs:
        course.repeats > 1
          ? Math.max(course.periodMs, LEAST_PERIOD_MS)
          : course.periodMs,
      past: 0,
    });
  }

  /** An animation was stopped before its end: it tells no more. */
  ended(source: ViewNode): void {
    this.courses = this.courses.filter((course) => course.source !== source);
  }

  /** From now on this element hears of its animations; what is over by `nowMs` is not told. */
  hear(node: ViewNode, nowMs: number): void {
    if (this.heard.has(node)) return;
    this.heard.add(node);
    for (const course of this.courses) {
      if (course.holder !== node) continue;
      while (momentMs(course) < nowMs) course.past += 1;
    }
  }

  /** When the next event is due, in ms; infinite when none is. */
  get nextMs(): number {
    const heard = this.courses.filter(({ holder }) => this.heard.has(holder));
    return Math.min(Infinity, ...heard.map(momentMs));
  }

  /** Takes what is due by a time in ms: of each animation the next event alone. */
  take(nowMs: number): AnimationEvent[] {
    const events: AnimationEvent[] = [];
    for (const course of this.courses) {
      if (!this.heard.has(course.holder) || momentMs(course) > nowMs) continue;
      events.push({ type: typeOf(course), node: course.holder });
      course.past += 1;
    }
    this.courses = this.courses.filter(({ past, repeats }) => past <= repeats);
    return events;
  }
}

/** The moment that comes next; infinite after the end. */
function momentMs({ startMs, periodMs, repeats, past }: Told): number {
  return past > repeats ? Infinity : startMs + (past && past * periodMs);
}

function typeOf({ past, repeats }: Told): AnimationEvent["type"] {
  if (past === 0) return "animationstart";
  return past < repeats ? "animationiteration" : "animationend";
}
