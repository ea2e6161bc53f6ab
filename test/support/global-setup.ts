import { freshBuild } from "../../tools/fresh-build";

/** Builds the package once, before test workers could do so side by side. */
export default function setUp(): void {
  freshBuild();
}
