import { guide, guideLoading, guideWords } from "../phone-view/app-guide";
import { Handheld } from "./handheld";
import { NoticeBar } from "./notice";
import { PhoneView } from "./phone-view";
import { say } from "../words/say";

/** What this phone shows of any app: with the app's guide a session, without one its screen. */
export function PhoneMode() {
  const own = guideWords.value;
  const known = guide.value;
  if (guideLoading.value) {
    return (
      <main class="handheld" aria-label={say("Watch")}>
        <NoticeBar />
      </main>
    );
  }
  if (known === undefined || own === undefined) return <Handheld />;
  return <PhoneView guide={known} own={own} />;
}
