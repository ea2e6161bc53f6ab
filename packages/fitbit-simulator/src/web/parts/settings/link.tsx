import type { Widget } from "../../world/protocol";
import { Nodes } from "./shown";
import { linkTarget } from "./link-target";

/** A link to the web opens in a tab of its own; a file in an address is saved. */
export function Link({ widget }: { widget: Widget }) {
  const { href, download } = linkTarget(widget.props["source"]);
  return (
    <a
      class="s-link"
      href={href}
      download={download}
      target={download === undefined ? "_blank" : undefined}
      rel="noopener noreferrer"
    >
      <Nodes nodes={widget.children} />
    </a>
  );
}
