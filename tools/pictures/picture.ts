import { watchModel } from "fitbit-simulator";
import { cornerOf } from "./corners";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Browser, Page } from "playwright-core";
import { glyphs } from "./glyphs";

/** How an SVG becomes a picture: its size in pixels and the radius of its corners. */
export interface PictureShape {
  readonly width: number;
  readonly height: number;
  readonly cornerRadius: number;
}

/** The display of Versa 3 and Sense; its corners by eye from product photographs. */
export const WATCH_SCREEN = { width: 336, height: 336, cornerRadius: 68 };

/** The display of a model such as `higgs`. */
export function displayShape(model: string): PictureShape {
  const { screen } = watchModel(model)!;
  return { ...screen, cornerRadius: cornerOf(screen.width) };
}

/** A page of a browser on which one picture after another is drawn. */
export class Easel {
  private constructor(private readonly page: Page) {}

  /** `texts` are those to come, or all of their characters: their glyphs are loaded here. */
  static async open(
    browser: Browser,
    { width, height, cornerRadius }: PictureShape,
    texts: string,
  ): Promise<Easel> {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(
      `<style>${glyphs(texts)} body { margin: 0 } #easel { overflow: hidden; line-height: 0;` +
        ` width: ${width}px; height: ${height}px; border-radius: ${cornerRadius}px }</style>` +
        `<div id="easel"></div>`,
    );
    // Text that is there before its font may stay unseen.
    await page.evaluate(
      "Promise.all([...document.fonts].map((font) => font.load()))",
    );
    return new Easel(page);
  }

  /** A PNG of SVG or HTML markup; what lies outside the corners is transparent. */
  async draw(markup: string): Promise<Uint8Array> {
    await this.page.evaluate(
      `document.getElementById("easel").innerHTML = ${JSON.stringify(markup)}`,
    );
    return this.page.screenshot({ omitBackground: true });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Renders SVG or HTML markup to a PNG. */
export async function renderPng(
  browser: Browser,
  markup: string,
  shape: PictureShape,
): Promise<Uint8Array> {
  const easel = await Easel.open(browser, shape, markup);
  try {
    return await easel.draw(markup);
  } finally {
    await easel.close();
  }
}

/** Writes a file, its folder too; one that is the same stays as it is, and so does what is built from it. */
export function save(file: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
