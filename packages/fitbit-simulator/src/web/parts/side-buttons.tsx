import { type WatchModel, watchModel } from "../../engine/watch/models";
import { about, send } from "../page";
import { say, word } from "../words/say";

/** How the buttons of the case are called. */
const LABELS = {
  back: word("Back button"),
  up: word("Upper button"),
  down: word("Lower button"),
} as const;

/** The model that is simulated; undefined for one that no table knows. */
export function shownModel(): WatchModel | undefined {
  return watchModel(about.value?.setup.target ?? "");
}

/** The class of what has the shape of the model that is simulated. */
export function bodyClass(): string {
  return `body-${shownModel()?.body ?? "round"}`;
}

/** The buttons at the edge of the case, to press by mouse, finger and keyboard. */
export function SideButtons() {
  return (shownModel()?.buttons ?? []).map((key) => (
    <button
      key={key}
      type="button"
      class={`side-button ${key}`}
      aria-label={say(LABELS[key])}
      title={say(LABELS[key])}
      onClick={() => send({ do: "key", key })}
    />
  ));
}
