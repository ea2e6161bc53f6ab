import { freshBuild } from "../../tools/build/fresh-build";

/** Builds the package once, before test workers could do so side by side. */
export default function setUp(): void {
  freshBuild();
}
