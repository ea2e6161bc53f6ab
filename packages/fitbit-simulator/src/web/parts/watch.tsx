import { screen } from "../page";
import { bodyClass, shownModel, SideButtons } from "./side-buttons";
import { watchNote } from "./watch-note";
import { Waves } from "./waves";
import { WatchScreen } from "./watch-screen";
import { say } from "../words/say";

/** The picture of the watch: strap, body, glass, and what its screen shows. */
export function Watch() {
  const model = shownModel();
  return (
    <div class={`watch case-${model?.case ?? "aluminium"} ${bodyClass()}`}>
      <div class="strap upper" />
      <div class="strap lower" />
      <Waves />
      <SideButtons />
      <div class="body">
        <div class="glass">
          <WatchScreen />
        </div>
      </div>
      <p class="hidden" aria-live="off">
        {screenText()}
      </p>
    </div>
  );
}

/** The screen in words. */
function screenText(): string {
  const shown = screen.value;
  if (shown === null) return watchNote() ?? "";
  return say("The screen says: %1", shown.texts.join(". "));
}
