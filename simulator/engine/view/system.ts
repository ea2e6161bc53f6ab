/**
 * Own, minimal versions of the system widgets and classes that SDK 6 views import. They carry the
 * ids that apps reach into, not the system's looks. `arrange` says how a widget places what is in
 * it; see `arrange.ts`.
 */
const WIDGETS: Readonly<Record<string, string>> = {
  "system_widget.defs": "",
  "widgets/baseview_widget.defs": "",
  "widgets/scrollbar.defs": `<symbol id="scrollbar"><rect id="scrollbar-thumb"/></symbol>`,
  "widgets/scrollview_widget.defs": `
    <symbol id="scrollview" arrange="tiles" overflow="hidden"/>
    <symbol id="scrollview-item"/>`,
  "widgets/tile_list_widget.defs": `
    <symbol id="tile-list" arrange="tiles" overflow="hidden"/>
    <symbol id="tile-list-pool" arrange="pool"/>
    <symbol id="tile-list-item"/>
    <symbol id="tile-list-header"/>
    <symbol id="tile-divider-bottom">
      <rect y="100%-2" width="100%" height="2" fill="fb-dark-gray"/>
    </symbol>`,
  "widgets/panoramaview_widget.defs": `
    <symbol id="panoramaview" arrange="pages" overflow="hidden"/>
    <symbol id="panoramaview-item"/>`,
  "widgets/cycleview_widget.defs": `
    <symbol id="cycleview" arrange="pages" overflow="hidden"/>
    <symbol id="cycleview-item"/>`,
  "widgets/tumbler_widget.defs": `
    <symbol id="tumbler" arrange="wheel" overflow="hidden"/>
    <symbol id="tumbler-item"/>`,
  "widgets/dynamic_textarea.defs": `
    <symbol id="dynamic-textarea"><textarea id="text" width="100%" height="100%"/></symbol>`,
  "widgets/mixed_text_widget.defs": `
    <symbol id="mixed-text">
      <text id="header" x="0" y="$+40"/>
      <textarea id="copy" x="0" y="$" width="100%" height="100%-48"/>
    </symbol>`,
  "widgets/marquee_text_widget.defs": `
    <symbol id="marquee-text"><g id="group"><text id="text"/></g></symbol>`,
};

/** Colours and margins that system classes stand for. */
export const systemStyles = `
text, textarea { font-family: System-Regular; font-size: 32; }
.foreground-fill { fill: white; }
.background-fill { fill: black; }
.horizontal-pad { x: 12; width: 100%-24; }
.application-fill { fill: fb-aqua; }
`;

/** A system definitions file by its path below the system's folder, or undefined. */
export function systemWidgets(path: string): string | undefined {
  const body = Object.hasOwn(WIDGETS, path) ? WIDGETS[path] : undefined;
  return body === undefined ? undefined : `<svg><defs>${body}</defs></svg>`;
}
