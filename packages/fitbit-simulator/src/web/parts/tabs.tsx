import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";

interface Tab {
  readonly id: string;
  readonly name: string;
  content(): ComponentChildren;
}

/** One of several panels at a time; arrow keys move between their tabs. */
export function Tabs({ tabs }: { tabs: readonly Tab[] }) {
  const chosen = useSignal(tabs[0]?.id);
  const open = tabs.find(({ id }) => id === chosen.value) ?? tabs[0];
  const move = (event: KeyboardEvent) => {
    const step =
      event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0 || open === undefined) return;
    const at = (tabs.indexOf(open) + step + tabs.length) % tabs.length;
    const next = tabs[at];
    if (next === undefined) return;
    chosen.value = next.id;
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  if (open === undefined) return null;
  return (
    <>
      <div class="tabs" role="tablist" onKeyDown={move}>
        {tabs.map(({ id, name }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === open.id}
            aria-controls={`panel-${id}`}
            tabIndex={id === open.id ? 0 : -1}
            onClick={() => (chosen.value = id)}
          >
            {name}
          </button>
        ))}
      </div>
      <div
        class="panel"
        role="tabpanel"
        id={`panel-${open.id}`}
        aria-labelledby={`tab-${open.id}`}
      >
        {open.content()}
      </div>
    </>
  );
}
