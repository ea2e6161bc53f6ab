import { useComputed, useSignal } from "@preact/signals";
import { download } from "../download";
import { timeline } from "../page";
import type { WorldEvent } from "../../engine";
import { Icon } from "./icon";
import { PatternShape } from "./pattern-shape";
import { entryOf, type EventKind, KINDS, moment } from "./words";
import { say } from "../words/say";

/** Entries shown at first; each press of "Show older" adds five times as many. */
const PAGE = 200;

/** The events, newest first, with a filter and a button to save them. */
export function Timeline() {
  const hidden = useSignal<ReadonlySet<EventKind>>(new Set());
  const most = useSignal(PAGE);
  const shown = useComputed(() => {
    const { events, total } = timeline.value;
    const chosen: { key: number; event: WorldEvent }[] = [];
    let more = false;
    for (let at = events.length - 1; at >= 0; at -= 1) {
      const event = events[at];
      if (event === undefined || hidden.value.has(entryOf(event).kind))
        continue;
      more = chosen.length === most.value;
      if (more) break;
      chosen.push({ key: total - events.length + at, event });
    }
    return { chosen, more };
  });
  const toggle = (kind: EventKind) => {
    const next = new Set(hidden.value);
    if (!next.delete(kind)) next.add(kind);
    hidden.value = next;
  };
  const { chosen, more } = shown.value;
  return (
    <div class="timeline">
      <div class="bar">
        <fieldset class="filters">
          <legend class="hidden">{say("Show")}</legend>
          {KINDS.map(({ kind, name }) => (
            <label key={kind} class="chip">
              <input
                type="checkbox"
                checked={!hidden.value.has(kind)}
                onChange={() => toggle(kind)}
              />
              <span>{say(name)}</span>
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          aria-label={say("Save timeline")}
          title={say("Save as JSON lines")}
          onClick={() => save()}
        >
          <Icon name="save" />
        </button>
      </div>
      {chosen.length === 0 && (
        <p class="empty">{say("Nothing has happened yet.")}</p>
      )}
      <ol class="entries" tabIndex={0} aria-label={say("Events, newest first")}>
        {chosen.map(({ key, event }) => (
          <Row key={key} event={event} />
        ))}
        {more && (
          <li>
            <button type="button" onClick={() => (most.value += 5 * PAGE)}>
              {say("Show older")}
            </button>
          </li>
        )}
      </ol>
    </div>
  );
}

function Row({ event }: { event: WorldEvent }) {
  const { kind, icon, text, at, bad } = entryOf(event);
  return (
    <li class={bad ? "entry bad" : "entry"} data-kind={kind}>
      <time>{moment(event.t)}</time>
      <Icon name={icon} />
      <span class="text">
        {text}
        {at !== undefined && <span class="at">{at}</span>}
        {event.type === "vibrate" && <PatternShape name={event.pattern} />}
      </span>
    </li>
  );
}

/** Saves everything as JSON lines, as the command line prints it. */
function save(): void {
  const lines = timeline.value.events.map((event) => JSON.stringify(event));
  const file = new Blob([`${lines.join("\n")}\n`], {
    type: "application/x-ndjson",
  });
  download(file, "timeline.jsonl");
}
