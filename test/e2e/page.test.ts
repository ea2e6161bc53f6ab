import type { Browser } from "playwright-core";
import { launchBrowser } from "../../tools/page/browser";
import { access } from "./accessibility";
import { serving } from "./server";
import { felt } from "./vibrations";
import { foreignPackages } from "./packages";
import { sessions } from "./sessions";
import { settings } from "./settings";
import { phone } from "./phone";
import { phoneView } from "./phone-view";
import { refusals } from "./refusals";
import { tabs } from "./tabs";
import { time } from "./time";
import { widgets } from "./widgets";
import { world } from "./world";
import { type Site, serve } from "../../tools/page/site";

jest.setTimeout(180_000);

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serve(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  expect(await site.stop()).toBe(0);
});

const at = { browser: () => browser, address: () => site.address };

describe("a session on the page", () => sessions(at));
describe("what is felt on the page", () => felt(at));
describe("time and the display", () => time(at));
describe("the world around the watch", () => world(at));
describe("the phone on the page", () => {
  phone(at);
  widgets(at);
  settings(at);
});
describe("the page", () => {
  access(at);
  serving(at);
});
describe("a session on a phone", () => phoneView(at));
describe("two tabs of the page", () => tabs(at));
describe("a browser that refuses", () => refusals(at));
describe("any package on the page", () => foreignPackages(at));
