import type { OtherPackage } from "./world/own-packages";

/** Each names a package beside the page's own, and the models it is built for: `older.fba mira higgs`. */
const NAMED = 'meta[name="other-package"]';

/** The packages of the page's own app beside `app.fba`, as the page itself names them. */
export function otherPackages(): OtherPackage[] {
  return [...document.querySelectorAll<HTMLMetaElement>(NAMED)].map(
    ({ content }) => {
      const [file = "", ...targets] = content.split(" ");
      return { address: new URL(file, document.baseURI).href, targets };
    },
  );
}
