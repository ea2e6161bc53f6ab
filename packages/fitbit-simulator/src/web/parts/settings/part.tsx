import type { Widget } from "../../world/protocol";
import { Nodes } from "./shown";
import { textProp } from "./values";

/** A prop that is shown: a text, or components. Nothing when the page gave none. */
export function Part({ widget, name }: { widget: Widget; name: string }) {
  const nodes = widget.parts[name];
  if (nodes !== undefined) return <Nodes nodes={nodes} />;
  return <>{textProp(widget, name)}</>;
}

/** Whether a prop has anything to show. */
export function hasPart(widget: Widget, name: string): boolean {
  return (
    widget.parts[name] !== undefined || (textProp(widget, name) ?? "") !== ""
  );
}
