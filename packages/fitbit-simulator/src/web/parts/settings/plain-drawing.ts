// What an SVG may be made of so that drawing it takes no longer than reading it. A
// filter, a pattern, a reference or a style can keep a browser busy for as long as it
// likes with a few characters. Scripts do not run in a picture anyway.

/** Characters; a picture with more is not drawn. */
const MOST = 65536;

const ELEMENTS = new Set(
  "svg g path line polyline polygon circle ellipse rect text title".split(" "),
);
const ATTRIBUTES = new Set(
  (
    "xmlns viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform " +
    "fill stroke stroke-width stroke-linecap stroke-linejoin opacity fill-opacity " +
    "stroke-opacity font-family font-size font-weight text-anchor"
  ).split(" "),
);

/** A tag with its attributes in either quote, or a stretch of text. */
const PIECE =
  /<(\/?)([a-z]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Whether an SVG is of shapes and text alone, without references. */
export function isPlainDrawing(svg: string): boolean {
  if (svg.length > MOST || !svg.startsWith("<svg")) return false;
  let read = 0;
  for (const [piece, , name, attributes] of svg.matchAll(PIECE)) {
    read += piece.length;
    if (name === undefined) continue;
    if (!ELEMENTS.has(name)) return false;
    for (const [, attribute, one, other] of attributes!.matchAll(ATTRIBUTE)) {
      if (!ATTRIBUTES.has(attribute!)) return false;
      // Such as `url(#a)`; only a transform is written like that too.
      if (attribute !== "transform" && (one ?? other)!.includes("("))
        return false;
    }
  }
  return read === svg.length;
}
