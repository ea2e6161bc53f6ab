import { about, dismiss, missing, notice, start } from "../page";
import { Icon } from "./icon";

/** What went wrong, and what the package uses and this simulator lacks. */
export function NoticeBar() {
  const said = notice.value;
  const lacking = missing.value;
  return (
    <div class="notices" role="status">
      {said !== undefined && (
        <div class="notice">
          <Icon name="warn" />
          <p>
            <strong>{said.title}.</strong> {said.text}
          </p>
          {said.fatal && (
            <button type="button" onClick={() => start(true)}>
              Start over
            </button>
          )}
          {!said.fatal && (
            <button
              type="button"
              class="bare"
              aria-label="Dismiss"
              onClick={dismiss}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      )}
      {lacking.length > 0 && (
        <div class="notice">
          <Icon name="warn" />
          <p>
            <strong>
              {about.value?.name ?? "The app"} uses what this simulator lacks:
            </strong>{" "}
            {lacking.join(", ")}.
          </p>
        </div>
      )}
    </div>
  );
}
