import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import {
  choose,
  chosen,
  focused,
  inspected,
  inspectorOpen,
  picking,
  pointer,
} from "../inspector";
import { inspect, screen } from "../page";
import { say } from "../words/say";
import type { SeenElement } from "../world/seen-elements";
import { ElementDetails } from "./element-details";
import { Icon } from "./icon";
import { shortLine } from "./words";

/** The elements of what the watch shows, as a tree, and one of them in full. */
export function Inspector() {
  useEffect(() => {
    inspect(true);
    inspectorOpen.value = true;
    return () => {
      inspect(false);
      inspectorOpen.value = false;
      picking.value = false;
      pointer.value = undefined;
    };
  }, []);
  const shown = focused.value;
  if (shown === undefined) {
    return <p class="empty">{say("The watch shows nothing to inspect.")}</p>;
  }
  return (
    <div class="inspector">
      <div class="bar">
        <p class="view-path">{shortLine(screen.value?.view ?? "")}</p>
        <button
          type="button"
          aria-pressed={picking.value}
          onClick={() => (picking.value = !picking.value)}
        >
          <Icon name="target" /> {say("Choose on the screen")}
        </button>
      </div>
      <ElementDetails element={shown.element} />
      <Tree key={screen.value?.view} />
    </div>
  );
}

/** The tree: arrow keys walk through it, open and close its branches. */
function Tree() {
  const closed = useSignal<ReadonlySet<number>>(new Set());
  const box = useRef<HTMLUListElement>(null);
  const rows = useComputed(() => openRows(inspected(), closed.value));
  const at = chosen.value?.at ?? 0;
  const go = (to: number) => {
    choose(to);
    box.current
      ?.querySelector<HTMLElement>(`[data-at="${to}"]`)
      ?.focus({ preventScroll: false });
  };
  const fold = (row: number, close: boolean) => {
    const next = new Set(closed.value);
    if (close) next.add(row);
    else next.delete(row);
    closed.value = next;
  };
  const key = (event: KeyboardEvent) => {
    const list = inspected();
    const place = rows.value.indexOf(at);
    const isClosed = closed.value.has(at);
    const holds = hasChildren(list, at);
    const to = {
      ArrowDown: rows.value[place + 1],
      ArrowUp: rows.value[place - 1],
      Home: rows.value[0],
      End: rows.value.at(-1),
      ArrowRight: holds && !isClosed ? at + 1 : undefined,
      ArrowLeft: holds && !isClosed ? undefined : parentOf(list, at),
    }[event.key];
    if (to !== undefined) go(to);
    else if (event.key === "ArrowRight" && holds) fold(at, false);
    else if (event.key === "ArrowLeft" && holds) fold(at, true);
    else if (!/^(Arrow|Home|End)/.test(event.key)) return;
    event.preventDefault();
  };
  return (
    <ul
      ref={box}
      class="elements"
      role="tree"
      aria-label={say("Elements")}
      onKeyDown={key}
    >
      {rows.value.map((row) => {
        const element = inspected()[row];
        if (element === undefined) return null;
        const holds = hasChildren(inspected(), row);
        return (
          <li
            key={row}
            role="treeitem"
            data-at={row}
            class={element.shown === null ? "element unseen" : "element"}
            style={{ "--depth": element.depth }}
            aria-level={element.depth + 1}
            aria-selected={row === at}
            aria-expanded={holds ? !closed.value.has(row) : undefined}
            tabIndex={row === at ? 0 : -1}
            onClick={() => go(row)}
            onDblClick={() => holds && fold(row, !closed.value.has(row))}
          >
            <span class="fold" aria-hidden="true">
              {holds ? (closed.value.has(row) ? "▸" : "▾") : ""}
            </span>
            {nameOf(element)}
          </li>
        );
      })}
    </ul>
  );
}

/** An element in short: `text#time.large “07:30”`. */
function nameOf({ tag, id, classes, text }: SeenElement): string {
  const marks = [id && `#${id}`, ...classes.map((name) => `.${name}`)];
  const said = text.trim() === "" ? "" : ` “${text.trim()}”`;
  return shortLine(`${tag}${marks.join("")}${said}`);
}

/** The places of the elements that are in no closed branch. */
function openRows(
  list: readonly SeenElement[],
  closed: ReadonlySet<number>,
): number[] {
  const rows: number[] = [];
  let under = Infinity;
  list.forEach(({ depth }, at) => {
    if (depth > under) return;
    under = closed.has(at) ? depth : Infinity;
    rows.push(at);
  });
  return rows;
}

function hasChildren(list: readonly SeenElement[], at: number): boolean {
  return (list[at + 1]?.depth ?? 0) > (list[at]?.depth ?? 0);
}

function parentOf(
  list: readonly SeenElement[],
  at: number,
): number | undefined {
  const depth = list[at]?.depth ?? 0;
  for (let up = at - 1; up >= 0; up -= 1) {
    if ((list[up]?.depth ?? 0) < depth) return up;
  }
  return undefined;
}
