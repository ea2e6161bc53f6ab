import { developers } from "./developers";
import { here } from "./support/here";

jest.setTimeout(180_000);

const at = here();

describe("the page for who writes an app", () => developers(at));
