import { swipeBack } from "./actions";
import { tap } from "./ui/buttons";
import { currentView } from "./ui/view";

/**
 * Does what a button of the case asks for: back leaves, as a swipe does on newer
 * watches; in a session the upper one pauses and goes on, the lower one skips, and in
 * a pause goes back.
 */
export function leaving(event: Event): void {
  const { key } = event as KeyboardEvent;
  const name = currentView();
  if (key === "back") swipeBack(event);
  else if (name === "paused") tap(key === "up" ? "resume" : "back");
  else if (name === "work" || name === "rest") {
    tap(key === "up" ? "pause" : "skip");
  }
}
