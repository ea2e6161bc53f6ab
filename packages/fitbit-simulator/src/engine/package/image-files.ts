/**
 * The image that a view's `href` means when it goes up (`../`) or begins where the view is (`./`).
 * @param view path of the view that is open
 */
export function besideView(href: string, view: string): string {
  if (!/(^|\/)\.\.?\//.test(href) || href.startsWith("/")) return href;
  const steps = view.split("/").slice(0, -1);
  for (const step of href.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return ASSETS + steps.join("/");
}

const ASSETS = "/mnt/assets/";

/** Paths at which the build may have put the image that a view names: beside the views, PNG turned into TXI. */
export function imageFiles(href: string): string[] {
  const path = href.startsWith(ASSETS)
    ? href.slice(ASSETS.length)
    : href.replace(/^(\.{0,2}\/)+/, "");
  const places = [`${path}.txi`, path];
  return [...places.map((place) => `resources/${place}`), ...places, href];
}
