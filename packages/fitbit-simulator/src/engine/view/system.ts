/**
 * Own, minimal versions of the system widgets and classes that SDK 6 views import. They carry the
 * ids that apps reach into, not the system's looks. `arrange` says how a widget places what is in
 * it; see `arrange.ts`. `shows` says what its value shows; see `sprite.ts`. A part that is `spare`
 * is there unless whoever uses the widget brings one of its kind. A part is placed as a `header`, or stands `beside` the items.
 */
const WIDGETS: Readonly<Record<string, string>> = {
  "system_widget.defs": `
    <symbol id="sprite-image" shows="frames">
      <animate id="animate" spare="true" attributeName="value" begin="enable" end="disable"/>
      <image id="image" spare="true"/>
    </symbol>`,
  "widgets/baseview_widget.defs": "",
  "widgets/scrollbar.defs": `<symbol id="scrollbar" arrange="beside"><rect id="scrollbar-thumb"/></symbol>`,
  "widgets/scrollview_widget.defs": `
    <symbol id="scrollview" arrange="scroll" overflow="hidden"/>
    <symbol id="scrollview-header" arrange="header"/>
    <symbol id="scrollview-item"/>`,
  "widgets/tile_list_widget.defs": `
    <symbol id="tile-list" arrange="tiles" overflow="hidden"/>
    <symbol id="tile-list-pool" arrange="pool"/>
    <symbol id="tile-list-item"/>
    <symbol id="tile-list-header" arrange="header"/>
    <symbol id="tile-divider-bottom">
      <rect y="100%-2" width="100%" height="2" fill="fb-dark-gray"/>
    </symbol>`,
  "widgets/panoramaview_widget.defs": `
    <symbol id="panoramaview" arrange="pages" overflow="hidden"/>
    <symbol id="panoramaview-item"/>`,
  "widgets/cycleview_widget.defs": `
    <symbol id="cycleview" arrange="cycle" overflow="hidden" pointer-events="visible"/>
    <symbol id="cycleview-item"/>`,
  "widgets/tumbler_widget.defs": `
    <symbol id="tumbler" arrange="wheel" overflow="hidden"/>
    <symbol id="tumbler-item"/>`,
  "widgets/tumblerview_widget.defs": `
    <symbol id="tumblerview" arrange="wheel" overflow="hidden"/>
    <symbol id="tumblerview-item">
      <text id="content" x="50%" y="50%+11" text-anchor="middle"/>
    </symbol>`,
  "widgets/text_button.defs": `
    <symbol id="text-button" width="200" height="72" pointer-events="visible">
      <rect id="background" width="100%" height="100%" fill="inherit"/>
      <text id="text" x="50%" y="50%+11" text-anchor="middle" fill="black"/>
    </symbol>`,
  "widgets/icon_button.defs": `
    <symbol id="icon-button" width="80" height="80" pointer-events="visible">
      <circle id="background" cx="50%" cy="50%" r="40" fill="inherit"/>
      <image id="image" x="50%-20" y="50%-20" width="40" height="40" fill="black"/>
    </symbol>`,
  "widgets/dynamic_textarea.defs": `
    <symbol id="dynamic-textarea" fits="text"><textarea id="text" width="100%" height="100%"/></symbol>`,
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
text, textarea { font-family: System-Regular; }
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
