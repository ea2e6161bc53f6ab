const ASSETS = "/mnt/assets/";

/** Paths at which the build may have put the image that a view names: beside the views, PNG turned into TXI. */
export function imageFiles(href: string): string[] {
  const path = href.startsWith(ASSETS)
    ? href.slice(ASSETS.length)
    : href.replace(/^(\.?\/)+/, "");
  const places = [`${path}.txi`, path];
  return [...places.map((place) => `resources/${place}`), ...places, href];
}
