import type { Browser } from "playwright-core";
import { glyphs } from "./glyphs";

/** How an SVG becomes a picture: its size in pixels and the radius of its corners. */
export interface PictureShape {
  readonly width: number;
  readonly height: number;
  readonly cornerRadius: number;
}

/** The corners of the Versa 3's and Sense's display, by eye from product photographs. */
export const WATCH_CORNER_RADIUS = 68;

/** Renders SVG markup to a PNG; what lies outside the corners is transparent. */
export async function renderPng(
  browser: Browser,
  svg: string,
  { width, height, cornerRadius }: PictureShape,
): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: { width, height } });
  try {
    await page.setContent(
      `<style>${glyphs(svg)} body { margin: 0 } div { overflow: hidden; line-height: 0;` +
        ` width: ${width}px; height: ${height}px; border-radius: ${cornerRadius}px }</style>` +
        `<div></div>`,
    );
    // Text that is there before its font may stay unseen.
    await page.evaluate(
      "Promise.all([...document.fonts].map((font) => font.load()))",
    );
    await page.evaluate(
      `document.querySelector("div").innerHTML = ${JSON.stringify(svg)}`,
    );
    return await page.screenshot({ omitBackground: true });
  } finally {
    await page.close();
  }
}
