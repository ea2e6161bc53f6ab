import { here } from "./support/here";
import { phone } from "./phone";
import { phoneView } from "./phone-view";
import { settings } from "./settings";
import { widgets } from "./widgets";

jest.setTimeout(180_000);

const at = here();

describe("the phone on the page", () => {
  phone(at);
  widgets(at);
  settings(at);
});
describe("a session on a phone", () => phoneView(at));
