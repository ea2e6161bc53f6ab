import { useSignal } from "@preact/signals";
import {
  about,
  dismiss,
  elsewhere,
  joinSameApp,
  missing,
  notice,
  start,
  takeOver,
} from "../page";
import { applyUpdate, updateWaits } from "../updates";
import { Icon } from "./icon";
import { say } from "../words/say";

/** Missing things that are named. */
const MOST_NAMES = 20;

/** What went wrong, what is to be decided, and what the package uses and this simulator lacks. */
export function NoticeBar() {
  const said = notice.value;
  const lacking = missing.value;
  return (
    <div class="notices" role="status">
      {elsewhere.value && <Elsewhere />}
      {said !== undefined && (
        <div class="notice">
          <Icon name="warn" />
          <p>
            <strong>{said.title}.</strong> {said.text}
          </p>
          {said.fatal ? (
            <button type="button" onClick={() => start(true)}>
              {say("Start over")}
            </button>
          ) : (
            <Dismiss act={dismiss} />
          )}
        </div>
      )}
      {updateWaits.value && <Update />}
      <SameId key={about.value?.file} />
      {lacking.length > 0 && (
        <div class="notice">
          <Icon name="warn" />
          <p>
            <strong>
              {say(
                "%1 uses what this simulator lacks:",
                about.value?.name ?? say("The app"),
              )}
            </strong>{" "}
            {lacking.slice(0, MOST_NAMES).join(", ")}
            {lacking.length > MOST_NAMES &&
              `, ${say("and %1 more", lacking.length - MOST_NAMES)}`}
            .
          </p>
        </div>
      )}
    </div>
  );
}

/** It is loaded only when someone wants it: what is going on would be cut off. */
function Update() {
  return (
    <div class="notice">
      <Icon name="next" />
      <p>
        <strong>{say("A new version of this page is ready.")}</strong>{" "}
        {say(
          "Switching to it restarts watch and phone; what they store is kept.",
        )}
      </p>
      <button type="button" onClick={applyUpdate}>
        {say("Update now")}
      </button>
    </div>
  );
}

function Dismiss({ act }: { act: () => void }) {
  return (
    <button
      type="button"
      class="bare"
      aria-label={say("Dismiss")}
      onClick={act}
    >
      <Icon name="close" />
    </button>
  );
}

/** Another tab has the watch: two would write over each other's sessions. */
function Elsewhere() {
  return (
    <div class="notice">
      <Icon name="warn" />
      <p>
        <strong>{say("The watch is in use in another tab.")}</strong>{" "}
        {say(
          "It opens here when the other tab is closed. It can also go on here at once, with all that it has stored; the other tab then stops.",
        )}
      </p>
      <button type="button" onClick={takeOver}>
        {say("Use it here")}
      </button>
    </div>
  );
}

/** A file carries the id of another app, which anyone can write into a file. */
function SameId() {
  const dismissed = useSignal(false);
  const { file, sameId } = about.value ?? {};
  if (sameId === undefined || dismissed.value) return null;
  return (
    <div class="notice">
      <Icon name="warn" />
      <p>
        <strong>{say("%1 has the same ID as %2.", file ?? "", sameId)}</strong>{" "}
        {say(
          "It cannot see what the other app has stored. If it is the same app, such as a newer build, it can go on with that data; it can then also change and delete it.",
        )}
      </p>
      <button type="button" onClick={joinSameApp}>
        {say("It is the same app")}
      </button>
      <Dismiss act={() => (dismissed.value = true)} />
    </div>
  );
}
