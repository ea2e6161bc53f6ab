import { Drop } from "./drop";
import { Header } from "./header";
import { Inspector } from "./inspector";
import { NoticeBar } from "./notice";
import { PictureButtons } from "./picture-buttons";
import { PhonePanel } from "./phone";
import { Tabs } from "./tabs";
import { TimeControls } from "./time";
import { Timeline } from "./timeline";
import { Watch } from "./watch";
import { WatchButtons } from "./watch-buttons";
import { WatchNote } from "./watch-note";
import { matches } from "./media";
import { handheld } from "../phone-view/mode";
import { PhoneFirst } from "./phone-first";
import { PhoneMode } from "./phone-mode";
import { WorldPanel } from "./world";
import { say } from "../words/say";

const wide = matches("(min-width: 1180px)");

/** The whole page. */
export function Page() {
  return (
    <>
      {handheld.value ? <PhoneMode /> : <Rooms />}
      <Drop />
    </>
  );
}

/** Watch, phone and timeline: side by side in a wide window, else with tabs. */
function Rooms() {
  const side = [
    { id: "timeline", name: say("Timeline"), content: () => <Timeline /> },
    { id: "world", name: say("World"), content: () => <WorldPanel /> },
    { id: "inspector", name: say("Inspector"), content: () => <Inspector /> },
  ];
  const phone = {
    id: "phone",
    name: say("Phone"),
    content: () => <PhonePanel />,
  };
  return (
    <div class="page">
      <PhoneFirst />
      <Header />
      <NoticeBar />
      <main class={wide.value ? "rooms wide" : "rooms"}>
        <section class="wrist" aria-label={say("Watch")}>
          <Watch />
          <WatchNote />
          <WatchButtons />
          <PictureButtons />
          <TimeControls />
        </section>
        {wide.value && (
          <section class="phone-room" aria-label={say("Phone")}>
            <PhonePanel />
          </section>
        )}
        <section class="side" aria-label={say("What happens")}>
          <Tabs tabs={wide.value ? side : [phone, ...side]} />
        </section>
      </main>
    </div>
  );
}
