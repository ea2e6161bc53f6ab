/** A round button in a corner, with the parts that apps reach into. */
function comboButton(id: string, corner: string): string {
  return `<symbol id="${id}" class="combo-button ${corner}" pointer-events="visible">
      <circle id="combo-button-stroke" cx="50%" cy="50%" r="50%" fill="inherit" display="none"/>
      <circle id="background" cx="50%" cy="50%" r="50%" fill="inherit"/>
      <image id="combo-button-icon" x="50%-24" y="50%-24" width="48" height="48"/>
      <image id="combo-button-icon-press" display="none"/>
    </symbol>`;
}

function squareButton(id: string): string {
  return `<symbol id="${id}" class="square-button" pointer-events="visible">
      <rect id="background" width="100%" height="100%" fill="inherit"/>
      <text id="text"/>
      <image id="icon" display="none"/>
    </symbol>`;
}

/** A size of round buttons; sides of the button and of its icon in pixels. */
function iconButton(name: string, side: number, icon: number): string {
  const at = `50%-${icon / 2}`;
  return `.icon-button.${name}-button { width: ${side}; height: ${side}; }
.icon-button.${name}-button image { x: ${at}; y: ${at}; width: ${icon}; height: ${icon}; }`;
}

const DYNAMIC_TEXTAREA = `<symbol id="dynamic-textarea" fits="text"><textarea id="text" width="100%" height="100%"/></symbol>`;

/**
 * Own, minimal versions of the system widgets and classes that SDK 6 views import. They carry the
 * ids that apps reach into, not the system's looks. `arrange` says how a widget places what is in
 * it; see `arrange.ts`. `shows` says what its value shows; see `sprite.ts`. A part that is `spare`
 * is there unless whoever uses the widget brings one of its kind. A part is placed as a `header`, or stands `beside` the items.
 */
const WIDGETS: Readonly<Record<string, string>> = {
  system: `
    <symbol id="app-gradient-background">
      <gradientRect width="100%" height="100%" gradient-type="radial"
        gradient-x1="50%" gradient-y1="50%" gradient-x2="50%" gradient-y2="100%+40"
        gradient-color1="fill" gradient-opacity1="0.4" gradient-color2="black"/>
    </symbol>
    <symbol id="sprite-image" shows="frames">
      <animate id="animate" spare="true" attributeName="value" begin="enable" end="disable"/>
      <image id="image" spare="true"/>
    </symbol>
    ${DYNAMIC_TEXTAREA}`,
  baseview: "",
  scrollbar: `<symbol id="scrollbar" arrange="beside"><rect id="scrollbar-thumb"/></symbol>`,
  scrollview: `
    <symbol id="scrollview" arrange="scroll" overflow="hidden"/>
    <symbol id="scrollview-header" arrange="header"/>
    <symbol id="scrollview-item"/>`,
  tile_list: `
    <symbol id="tile-list" arrange="tiles" overflow="hidden"/>
    <symbol id="tile-list-pool" arrange="pool"/>
    <symbol id="tile-list-item"/>
    <symbol id="tile-list-header" arrange="header"/>
    <symbol id="tile-divider-bottom">
      <rect y="100%-2" width="100%" height="2" fill="fb-dark-gray"/>
    </symbol>`,
  panoramaview: `
    <symbol id="panoramaview" arrange="pages" overflow="hidden"/>
    <symbol id="panoramaview-item"/>`,
  cycleview: `
    <symbol id="cycleview" arrange="cycle" overflow="hidden" pointer-events="visible"/>
    <symbol id="cycleview-item"/>`,
  tumbler: `
    <symbol id="tumbler" arrange="wheel" overflow="hidden"/>
    <symbol id="tumbler-item"/>`,
  tumblerview: `
    <symbol id="tumblerview" arrange="wheel" overflow="hidden"/>
    <symbol id="tumblerview-item">
      <text id="content" x="50%" y="50%+11" text-anchor="middle"/>
    </symbol>`,
  text_button: `
    <symbol id="text-button" class="text-button" pointer-events="visible">
      <rect id="background" class="text-button-background" width="100%" height="100%" fill="inherit"/>
      <text id="text"/>
    </symbol>
    <symbol id="icon-text-button" class="text-button icon-text-button" pointer-events="visible">
      <rect id="background" class="text-button-background" width="100%" height="100%" fill="inherit"/>
      <image id="image" fill="black"/>
      <text id="text"/>
    </symbol>
    <symbol id="textarea-button" class="text-button" pointer-events="visible">
      <rect id="background" class="text-button-background" width="100%" height="100%" fill="inherit"/>
      <textarea id="text"/>
    </symbol>`,
  icon_button: `
    <symbol id="icon-button" class="icon-button" pointer-events="visible">
      <circle id="background" cx="50%" cy="50%" r="50%" fill="inherit"/>
      <image id="image" fill="black"/>
    </symbol>`,
  combo_button: ["upper-left", "upper-right", "lower-left", "lower-right"]
    .map((corner) => comboButton(`combo-button-${corner}`, corner))
    .join(""),
  square_button: ["", "-toggle", "-negative", "-positive", "-neutral", "-icon"]
    .map((kind) => squareButton(`square-button${kind}`))
    .join(""),
  push_button: squareButton("push-button"),
  toggle_switch: `
    <symbol id="toggle-switch" class="toggle-switch" shows="toggle" pointer-events="visible">
      <line id="track" x1="16" y1="16" x2="44" y2="16" stroke-width="32" fill="fb-extra-dark-gray"/>
      <circle id="thumb" cx="16" cy="16" r="12" fill="fb-light-gray"/>
    </symbol>`,
  dynamic_textarea: DYNAMIC_TEXTAREA,
  mixed_text: `
    <symbol id="mixed-text">
      <text id="header" x="0" y="$+40"/>
      <textarea id="copy" x="0" y="$" width="100%" height="100%-48"/>
    </symbol>`,
  marquee_text: `
    <symbol id="marquee-text"><g id="group"><text id="text"/></g></symbol>`,
};

/**
 * Places, colours and type that system classes stand for. Rules of the package are stronger,
 * whatever their selectors.
 */
export const systemStyles = `
.foreground-fill { fill: white; }
.background-fill { fill: black; }
.horizontal-pad { x: 12; width: 100%-24; }
.application-fill { fill: fb-aqua; }
.text-button { width: 100%; height: 96; fill: fb-aqua; }
.text-button text, .text-button textarea { text-anchor: middle; fill: black; font-size: 28; font-weight: bold; text-transform: uppercase; }
.text-button text { x: 50%; y: 50%+10; }
.text-button textarea { x: 8; y: 50%-34; width: 100%-16; height: 68; }
.icon-text-button text { x: 88; text-anchor: start; }
.icon-text-button image { x: 24; y: 50%-24; width: 48; height: 48; }
.text-button.top { y: 0; }
.text-button.bottom { y: 100%-96; }
.text-button.left { x: 0; width: 50%-3; }
.text-button.right { x: 50%+3; width: 50%-3; }
.text-button.secondary .text-button-background { fill-opacity: 0.4; }
.text-button.secondary text, .text-button.secondary textarea { fill: white; }
.icon-button { width: 80; height: 80; }
.icon-button image { x: 50%-20; y: 50%-20; width: 40; height: 40; }
${iconButton("small", 32, 20)}
${iconButton("medium", 72, 48)}
${iconButton("large", 100, 64)}
${iconButton("extra-large", 132, 64)}
.square-button { width: 100%; height: 72; fill: fb-aqua; }
.square-button text { x: 50%; y: 50%+11; text-anchor: middle; fill: black; }
.combo-button { width: 80; height: 80; }
.combo-button.upper-right { x: 100%-80; y: 0; }
.combo-button.lower-left { x: 0; y: 100%-80; }
.combo-button.lower-right { x: 100%-80; y: 100%-80; }
.toggle-switch { width: 60; height: 32; }
.center-text { x: 50%; text-anchor: middle; }
.uppercase { text-transform: uppercase; }
.tile-list-header { height: 69; }
.tile-list-header text { x: 50%; y: 50%+9; text-anchor: middle; }
.tile-divider-bottom, .tile-divider-top { y: 100%-2; width: 100%; height: 2; fill: fb-dark-gray; }
.h1 { font-size: 48; }
.h2 { font-size: 40; }
.h3 { font-size: 32; }
.h4 { font-size: 28; }
.h5 { font-size: 22; }
.h6 { font-size: 20; }
.p1 { font-size: 32; }
.p2 { font-size: 28; }
.p3 { font-size: 24; }
.p4 { font-size: 20; }
`;

/** Names under which older and newer SDKs had the same. */
const ALSO: Readonly<Record<string, string>> = {
  widgets_common: Object.entries(WIDGETS)
    .map(([, body]) => body)
    .join(""),
  colors_typography: "",
};

/**
 * A system definitions file by its path below the system's folder, or undefined. Its ending and
 * `_widget` do not count: they changed with the SDKs.
 */
export function systemWidgets(path: string): string | undefined {
  const name = path
    .replace(/^widgets\//, "")
    .replace(/(_widget)?\.(defs|gui|view|css)$/, "");
  const body = [WIDGETS, ALSO]
    .filter((table) => Object.hasOwn(table, name))
    .map((table) => table[name])[0];
  return body === undefined ? undefined : `<svg><defs>${body}</defs></svg>`;
}
