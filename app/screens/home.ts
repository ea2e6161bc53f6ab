import { routineSeconds } from "../../common/routine";
import { Actions, HomeState, Screen } from "./screen";
import { Label, Part, onTap, words, writeLabels } from "./ui";

/** Midnights between two moments, by the watch's own calendar. */
function daysBetween(before: Date, after: Date): number {
  const from = new Date(before.getTime()).setHours(12, 0, 0, 0);
  const to = new Date(after.getTime()).setHours(12, 0, 0, 0);
  return Math.round((to - from) / 86400000);
}

function lastText(last: HomeState["last"]): string {
  if (!last) return "";
  const { minutes, start } = last;
  const days = daysBetween(new Date(start * 1000), new Date());
  if (days <= 0) return words("last-today", minutes);
  if (days === 1) return words("last-yesterday", minutes);
  return words("last-days", minutes, days);
}

/** The routine, its length, and one large start. */
export function homeScreen(home: HomeState, actions: Actions): Screen {
  const routine = new Label("routine");
  const minutes = new Label("minutes");
  const exercises = new Label("exercises");
  const last = new Label("last");
  const notice = new Label("notice");
  const facts = [new Part("exercises"), new Part("last")];
  onTap("start", () => actions.start());
  return {
    draw(): void {
      const count = home.routine.items.filter((item) => item.included).length;
      writeLabels(["start"]);
      routine.set(home.routine.name);
      minutes.set(
        words("minutes", Math.round(routineSeconds(home.routine) / 60)),
      );
      exercises.set(words(count === 1 ? "exercise" : "exercises", count));
      last.set(lastText(home.last));
      notice.set(home.notice && words(home.notice));
      facts.forEach((fact) => fact.show(!home.notice));
    },
  };
}
