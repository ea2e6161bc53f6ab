import { useSignal, useSignalEffect } from "@preact/signals";
import { openFile } from "../page";
import { Handheld, handheld } from "./handheld";
import { Header } from "./header";
import { NoticeBar } from "./notice";
import { PhonePanel } from "./phone";
import { Tabs } from "./tabs";
import { TimeControls } from "./time";
import { Timeline } from "./timeline";
import { Watch } from "./watch";
import { WatchButtons } from "./watch-buttons";
import { matches } from "./media";
import { WorldPanel } from "./world";

const wide = matches("(min-width: 1180px)");

/** The whole page. */
export function Page() {
  const dragged = useSignal(false);
  useSignalEffect(() => {
    document.documentElement.classList.toggle("dragged", dragged.value);
  });
  if (handheld.value) return <Handheld />;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    dragged.value = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void openFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    dragged.value = true;
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) dragged.value = false;
  };
  const side = [
    { id: "timeline", name: "Timeline", content: () => <Timeline /> },
    { id: "world", name: "World", content: () => <WorldPanel /> },
  ];
  const phone = { id: "phone", name: "Phone", content: () => <PhonePanel /> };
  return (
    <div class="page" onDrop={drop} onDragOver={over} onDragLeave={leave}>
      <Header />
      <NoticeBar />
      <main class={wide.value ? "rooms wide" : "rooms"}>
        <section class="wrist" aria-label="Watch">
          <Watch />
          <WatchButtons />
          <TimeControls />
        </section>
        {wide.value && (
          <section class="phone-room" aria-label="Phone">
            <PhonePanel />
          </section>
        )}
        <section class="side" aria-label="What happens">
          <Tabs tabs={wide.value ? side : [phone, ...side]} />
        </section>
      </main>
      {dragged.value && (
        <div class="drop-here" aria-hidden="true">
          Drop the .fba to run it
        </div>
      )}
    </div>
  );
}
