import { fontRules } from "./fonts";

/** What the watch showed: its picture, or undefined while the display was dark. */
export type Shown = string | undefined;

/** The size of a screen in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws what the watch shows into pictures of the size of its screen. */
export class Easel {
  private readonly context: CanvasRenderingContext2D;

  private constructor(
    private readonly size: Size,
    private readonly fonts: string,
  ) {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, size);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("the browser draws no pictures");
    this.context = context;
  }

  /** @throws Error where the browser draws no pictures */
  static async of(size: Size): Promise<Easel> {
    return new Easel(size, await fontRules());
  }

  /** Draws one picture. @returns its pixels, four bytes each */
  async pixels(svg: Shown): Promise<Uint8Array> {
    const { width, height } = this.size;
    this.context.fillStyle = "#000";
    this.context.fillRect(0, 0, width, height);
    if (svg !== undefined) {
      const styled = svg.replace(
        /(<svg[^>]*>)/,
        `$1<style>${this.fonts}</style>`,
      );
      const image = new Image(width, height);
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(styled)}`;
      await image.decode();
      this.context.drawImage(image, 0, 0, width, height);
    }
    return new Uint8Array(this.context.getImageData(0, 0, width, height).data);
  }

  /** Draws one picture. @returns it as a PNG file */
  async png(svg: Shown): Promise<Blob> {
    await this.pixels(svg);
    return new Promise((resolve, reject) =>
      this.context.canvas.toBlob((blob) => {
        if (blob === null) reject(new Error("the browser writes no PNG"));
        else resolve(blob);
      }, "image/png"),
    );
  }
}
