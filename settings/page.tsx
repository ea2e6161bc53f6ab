import { aboutSection } from "./sections/about";
import { coachSection } from "./sections/coach-log";
import { foreignSection } from "./sections/foreign";
import { historySection } from "./sections/history";
import { notesSection } from "./sections/notes";
import { routineSection } from "./sections/routine";
import { sessionSection } from "./sections/session";
import { startSection } from "./sections/start";
import { todaySection } from "./sections/today";
import { viewOf } from "./view";

/**
 * The whole settings page, in the order of what a runner comes for; what is
 * needed seldom is folded.
 */
export function page(storage: LiveStorage): JSX.Element {
  const view = viewOf(storage);
  return (
    <Page>
      {todaySection(view)}
      {foreignSection(view)}
      {notesSection(view)}
      {startSection(view)}
      {routineSection(view)}
      {sessionSection(view)}
      {coachSection(view)}
      {historySection(view)}
      {aboutSection(view)}
    </Page>
  );
}
