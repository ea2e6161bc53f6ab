import { dataUrl } from "../../draw/base64";

/** Where a rule of a style sheet has its font. */
const ADDRESS = /url\("?([^")]+)"?\)/;

/** The font at an address, whole. */
async function wholeFont(address: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  return dataUrl("font/woff2", bytes);
}

/** The family, weight and letters that a rule or a font is for, as browsers write them. */
function nameOf(face: {
  family: string;
  weight: string;
  unicodeRange: string;
}): string {
  const range = face.unicodeRange.replaceAll(" ", "").toLowerCase();
  return `${face.family.replace(/["']/g, "")} ${face.weight} ${range}`;
}

/**
 * The page's fonts that are in use, as rules that hold them whole: a picture that is drawn by itself
 * sees no other.
 */
export async function fontRules(): Promise<string> {
  const used = new Set(
    [...document.fonts]
      .filter(({ status }) => status === "loaded")
      .map((face) => nameOf(face)),
  );
  const rules: Promise<string>[] = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const of = (property: string) => rule.style.getPropertyValue(property);
      const name = nameOf({
        family: of("font-family"),
        weight: of("font-weight"),
        unicodeRange: of("unicode-range"),
      });
      const address = ADDRESS.exec(of("src"))?.[1];
      if (!used.has(name) || address === undefined) continue;
      const whole = new URL(address, sheet.href ?? document.baseURI).href;
      rules.push(
        wholeFont(whole).then((data) =>
          rule.cssText.replace(ADDRESS, `url(${data})`),
        ),
      );
    }
  }
  return (await Promise.all(rules)).join("\n");
}
