import { encode, TXIOutputFormat } from "@fitbit/image-codec-txi";
import fc from "fast-check";
import { PackageImages } from "../../src/draw/images";
import { decodeTxi } from "../../src/draw/txi";

/** The decoder of the build's own images; it has no types. */
const { PNG } = jest.requireActual<{
  PNG: { sync: { read(file: Uint8Array): { data: Uint8Array } } };
}>("@fitbit/pngjs");

const WIDTH = 5;
const HEIGHT = 3;

/** Pixels whose rows differ, with a run of equal ones. */
const pixels = Uint8ClampedArray.from({ length: WIDTH * HEIGHT * 4 }, (_, i) =>
  i < 24 ? 200 : (i * 37) % 256,
);

function txi(outputFormat: TXIOutputFormat, rle: boolean): Uint8Array {
  const image = { data: pixels, width: WIDTH, height: HEIGHT };
  return new Uint8Array(encode(image, { outputFormat, rle }));
}

function shown(url: string | undefined) {
  expect(url).toMatch(/^data:image\/png;base64,/);
  return PNG.sync.read(Buffer.from(url!.split(",")[1]!, "base64"));
}

describe("images of a package", () => {
  test.each([true, false])(
    "full colours come back as they were (packed: %s)",
    (rle) => {
      const image = decodeTxi(txi(TXIOutputFormat.RGBA8888, rle));
      expect(image).toMatchObject({
        width: WIDTH,
        height: HEIGHT,
        mask: false,
      });
      expect([...image!.data]).toEqual([...pixels]);
    },
  );

  test.each([
    [TXIOutputFormat.RGBA6666, 3],
    [TXIOutputFormat.RGBA4444, 9],
    [TXIOutputFormat.RGB565, 5],
  ])("%s is as near as its bits allow", (format, error) => {
    for (const rle of [true, false]) {
      const { data } = decodeTxi(txi(format, rle))!;
      const opaque = format === TXIOutputFormat.RGB565;
      for (let i = 0; i < pixels.length; i += 1) {
        if (i % 4 === 3 && opaque) expect(data[i]).toBe(255);
        else if (pixels[i - (i % 4) + 3] === 0) expect(data[i]).toBe(0);
        else expect(Math.abs(data[i]! - pixels[i]!)).toBeLessThanOrEqual(error);
      }
    }
  });

  test("a view finds a picture beside it, by its name before the build", () => {
    const file = txi(TXIOutputFormat.RGBA8888, true);
    const images = new PackageImages((path) =>
      path === "resources/icons/run.png.txi" ? file : undefined,
    );
    for (const href of ["icons/run.png", "/mnt/assets/resources/icons/run.png"])
      expect([...shown(images.url(href, undefined)).data]).toEqual([...pixels]);
    expect(images.url("icons/walk.png", undefined)).toBeUndefined();
  });

  test("a mask takes the element's colour", () => {
    const images = new PackageImages(() => txi(TXIOutputFormat.A8, true));
    const { data } = shown(images.url("mask.png", "#12805c"));
    expect([...data.subarray(0, 4)]).toEqual([0x12, 0x80, 0x5c, 200]);
  });

  test("a photograph is passed on as it is", () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 1, 2);
    const images = new PackageImages((path) =>
      path === "resources/photo.jpg" ? jpeg : undefined,
    );
    expect(images.url("photo.jpg", undefined)).toBe(
      `data:image/jpeg;base64,${Buffer.from(jpeg).toString("base64")}`,
    );
  });

  test("cut or random bytes never throw", () => {
    const whole = txi(TXIOutputFormat.RGBA6666, false);
    for (let cut = 0; cut < whole.length; cut += 1)
      decodeTxi(whole.subarray(0, cut));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (body) => {
        const file = Uint8Array.from([...whole.subarray(0, 40), ...body]);
        decodeTxi(file);
        decodeTxi(body);
      }),
    );
  });
});
