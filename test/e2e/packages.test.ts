import { foreignPackages } from "./packages";
import { here } from "./support/here";
import { refusals } from "./refusals";

jest.setTimeout(180_000);

const at = here();

describe("any package on the page", () => foreignPackages(at));
describe("a browser that refuses", () => refusals(at));
