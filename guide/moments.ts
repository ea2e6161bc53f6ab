import type {
  Moment,
  Sight,
} from "../packages/fitbit-simulator/src/web/phone-view/guide";
import { figureIn } from "./figure";
import { itemsOf } from "./plan";
import { sideOf, viewOf } from "./screen";
import type { GuideWords } from "./words";

/** What is left of a session, as it was last known. */
interface Left {
  /** Seconds that were left. */
  readonly seconds: number;
  /** The watch's time then, in seconds. */
  readonly at: number;
  /** They become fewer. */
  readonly runs: boolean;
}

/** Follows a session by the watch's screen, and tells what is said beside it. */
export class Moments {
  private left: Left | undefined;
  private last: Moment | undefined;

  constructor(private readonly words: GuideWords) {}

  /** What is said beside this screen; undefined where it says it all. */
  at(sight: Sight): Moment | undefined {
    const view = viewOf(sight.seen);
    if (view === "rest") this.last = this.wait(sight);
    else if (view === "work") this.last = this.work(sight);
    else if (view === "paused") this.last = this.pause(sight);
    else if (view !== "confirm") this.last = undefined;
    return this.last;
  }

  private wait({ seen, images, file, seconds }: Sight): Moment {
    const { text } = seen;
    const figure = figureIn(images);
    const side = sideOf(seen, this.words);
    const detail = text["detail"] ?? "";
    const minutes = Number.parseInt(text["left"] ?? "", 10);
    this.left = Number.isNaN(minutes)
      ? undefined
      : { seconds: minutes * 60, at: seconds, runs: false };
    const place = text["place"] ?? "";
    return {
      name: text["next"] ?? "",
      detail: [side, detail === side ? "" : detail].filter(Boolean).join(" · "),
      how: this.howOf(figure?.name),
      next: this.after(place, file),
      place,
      minutes: this.minutesLeft(seconds),
      // The exercise is shown before it is done.
      figure: figure && { ...figure, share: undefined },
    };
  }

  private work({ seen, images, file, seconds }: Sight): Moment {
    const figure = figureIn(images);
    const place = this.last?.place ?? "";
    this.count(seconds, true);
    const own = seen.text["exercise"] ?? "";
    return {
      name: figure === undefined ? own : this.nameOf(figure.name),
      detail: sideOf(seen, this.words),
      how: this.howOf(figure?.name),
      next: this.after(place, file),
      place,
      minutes: this.minutesLeft(seconds),
      figure,
    };
  }

  private pause({ seen, seconds }: Sight): Moment | undefined {
    this.count(seconds, false);
    // Such as "17:05 left".
    const [, minutes, rest] =
      /(\d+):(\d\d)/.exec(seen.text["remaining"] ?? "") ?? [];
    if (minutes !== undefined) {
      const left = Number(minutes) * 60 + Number(rest);
      this.left = { seconds: left, at: seconds, runs: false };
    }
    return this.last && { ...this.last, minutes: this.minutesLeft(seconds) };
  }

  /** Takes what has passed from what is left. */
  private count(at: number, runs: boolean): void {
    const { left } = this;
    if (left === undefined) return;
    const passed = left.runs ? at - left.at : 0;
    this.left = { seconds: Math.max(left.seconds - passed, 0), at, runs };
  }

  private minutesLeft(at: number): number | undefined {
    const { left } = this;
    if (left === undefined) return undefined;
    const passed = left.runs ? at - left.at : 0;
    return Math.max(Math.ceil((left.seconds - passed) / 60), 1);
  }

  /** The name of the exercise after that of a place such as `2/5`; empty for none. */
  private after(place: string, file: unknown): string {
    const at = Number.parseInt(place, 10);
    const item = itemsOf(file)[at];
    if (item === undefined) return "";
    return item.id === undefined ? item.name : this.nameOf(item.id);
  }

  private nameOf(id: string): string {
    return this.words.names[id] ?? id;
  }

  private howOf(id: string | undefined): string {
    return id === undefined ? "" : (this.words.how[id] ?? "");
  }
}
