import type { Task } from "../time/schedule";
import type { RunningApp } from "./running-app";
import type { Views } from "./views";

/** What the events of animations need. */
interface TellerContext {
  readonly app: RunningApp;
  readonly views: Views;
  nowMs(): number;
}

/** Tells an app when animations of the view that is seen start, go round and end. */
export class AnimationTeller {
  private task: Task | undefined;

  constructor(private readonly context: TellerContext) {
    context.views.onAnimation = () => this.plan();
  }

  /**
   * An element hears of its animations from now on.
   * @throws GuestError when the element's view was closed
   */
  hear(number: number): void {
    const { views, nowMs } = this.context;
    const { animationEvents } = views.treeOf(number);
    animationEvents.hear(views.node(number), nowMs());
    this.plan();
  }

  private plan(): void {
    const { app, views, nowMs } = this.context;
    this.task?.cancel();
    const next = views.tree.animationEvents.nextMs;
    if (next === Infinity) return;
    this.task = app.after(Math.max(0, next - nowMs()), () => this.tell());
  }

  private tell(): void {
    const { app, views, nowMs } = this.context;
    for (const { type, node } of views.tree.animationEvents.take(nowMs())) {
      const number = views.known(node);
      if (number !== undefined) app.wake("animation", type, number);
    }
    this.plan();
  }
}
