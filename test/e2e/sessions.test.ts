import { felt } from "./vibrations";
import { here } from "./support/here";
import { sessions } from "./sessions";
import { time } from "./time";
import { world } from "./world";

jest.setTimeout(180_000);

const at = here();

describe("a session on the page", () => sessions(at));
describe("what is felt on the page", () => felt(at));
describe("time and the display", () => time(at));
describe("the world around the watch", () => world(at));
