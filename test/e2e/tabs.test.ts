import { access } from "./accessibility";
import { here } from "./support/here";
import { serving } from "./server";
import { tabs } from "./tabs";

jest.setTimeout(180_000);

const at = here();

describe("the page", () => {
  access(at);
  serving(at);
});
describe("two tabs of the page", () => tabs(at));
