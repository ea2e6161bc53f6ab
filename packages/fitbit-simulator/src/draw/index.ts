export { loadView } from "../engine/view";
export type { Box, ViewNode, ViewTree } from "../engine/view";
export { fontSize, Layout } from "../engine/view/layout";
export { resolveLength } from "../engine/view/length";
export {
  lineStep,
  reserved,
  textareaLines,
  widthOf,
} from "../engine/view/lines";
export { textWidth } from "../engine/view/metrics";
export { PATTERNS } from "../web/vibration/patterns";
export { PackageImages } from "./images";
export { type DrawingResources, drawSvg } from "./view";
export { encodeGif, type GifFrame } from "./gif";
