import { SessionRecord, total } from "../../common/record";
import { clockText, itemOf, nameOf, setOf, sideOf } from "./text";
import { Actions, Live, Screen } from "./screen";
import { Part, onTap, words, write, writeLabels } from "./ui";

/** Paused: go on, jump, or ask to end. */
export function pausedScreen(live: Live, actions: Actions): Screen {
  onTap("resume", () => actions.resume());
  onTap("skip", () => actions.skip());
  onTap("back", () => actions.back());
  onTap("end", () => actions.ask());
  return {
    draw(): void {
      const { player } = live;
      const { plan, step } = player;
      const side = sideOf(plan, step);
      writeLabels(["resume", "skip", "back", "end"]);
      write("phase", words("paused"));
      write("exercise", nameOf(itemOf(plan, step)));
      write("set", setOf(plan, step) + (side && " · " + side));
      write(
        "remaining",
        words("left-over", clockText(player.sessionLeft(live.now()))),
      );
    },
  };
}

/** Asks before a session ends; the session goes on behind the question. */
export function confirmScreen(actions: Actions): Screen {
  onTap("keep-going", () => actions.keepGoing());
  onTap("confirm-end", () => actions.confirmEnd());
  return {
    draw(): void {
      writeLabels(["keep-going", "confirm-end"]);
      write("question", words("end-question"));
      write("detail", words("end-detail"));
    },
  };
}

/** Offers to go on with a session that the watch did not finish. */
export function resumeScreen(live: Live, actions: Actions): Screen {
  onTap("resume-session", () => actions.resumeSession());
  onTap("save-session", () => actions.saveSession());
  onTap("discard-session", () => actions.discardSession());
  return {
    draw(): void {
      const { plan, step } = live.player;
      writeLabels(["resume-session", "save-session", "discard-session"]);
      write("question", words("resume-question"));
      write("detail", nameOf(itemOf(plan, step)) + " · " + setOf(plan, step));
    },
  };
}

/** What was done, once it is stored. */
export function summaryScreen(record: SessionRecord, actions: Actions): Screen {
  onTap("done", () => actions.done());
  return {
    draw(): void {
      const completed = record.outcome === "completed";
      new Part("shape-completed").show(completed);
      new Part("shape-ended").show(!completed);
      writeLabels(["done", "sets", "reps"]);
      write("outcome", words(completed ? "completed" : "ended"));
      write("time", clockText(record.activeSeconds * 1000));
      const sets = record.items.map((item) => item.sets);
      const reps = record.items.map((item) => total(item.reps));
      write("sets", String(total(sets)));
      write("reps", String(total(reps)));
      if (record.heartRate) {
        write("heart", String(record.heartRate.average));
        writeLabels(["heart"]);
      }
      if (record.calories !== undefined) {
        write("calories", String(record.calories));
        writeLabels(["calories"]);
      }
    },
  };
}

/** Something went wrong that the runner should know of. */
export function errorScreen(detail: string, actions: Actions): Screen {
  onTap("done", () => actions.done());
  return {
    draw(): void {
      writeLabels(["done"]);
      write("title", words("error-title"));
      write("detail", detail);
    },
  };
}
