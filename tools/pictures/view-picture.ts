import { ArgumentError, quoted } from "fitbit-simulator/run";
import { drawSvg } from "fitbit-simulator/draw";
import { loadView, type ViewTree } from "fitbit-simulator/draw";
import { WATCH_SCREEN } from "./picture";
import { builtPackage } from "./watch-screens";

/**
 * A view of the package as SVG, with changes: `id=text` or `id.property=value`.
 * @throws ArgumentError for a change or an element that is none
 * @throws Error for a view that is none
 */
export function drawView(view: string, changes: readonly string[]): string {
  const pkg = builtPackage();
  const bundle = pkg.watch(pkg.targets[0]!);
  const tree = loadView({
    path: `resources/${view}.view`,
    read: (path) => bundle.text(path),
    widgets: "resources/widget.defs",
    screen: WATCH_SCREEN,
  });
  for (const change of changes) apply(tree, change);
  return drawSvg(tree, { image: () => undefined });
}

function apply(tree: ViewTree, change: string): void {
  const found = /^([\w-]+)(?:\.([\w-]+))?=(.*)$/s.exec(change);
  if (found === null)
    throw new ArgumentError(
      `${quoted(change)} is no change; allowed: ID=TEXT, ID.PROPERTY=VALUE`,
    );
  const [, id = "", property = "text", value = ""] = found;
  const node = tree.byId(id);
  if (node === null) throw new ArgumentError(`the view has no element ${id}`);
  node.set(property, value);
}
