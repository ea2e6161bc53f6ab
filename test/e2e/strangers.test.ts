import { greedyPackages } from "../../packages/fitbit-simulator/test/support/greedy-packages";
import {
  type HostilePackage,
  hostilePackages,
} from "../../packages/fitbit-simulator/test/support/hostile-packages";
import { harm } from "./harm";
import { here } from "./support/here";
import { visit } from "./support/place";
import { Strangers } from "./support/strangers";

jest.setTimeout(600_000);

const at = here();

/** Opens them all in one page. @param mostMs for which the page's thread may be busy at once */
function inOnePage(strangers: readonly HostilePackage[], mostMs: number) {
  return visit(at, async (on) => {
    const page = new Strangers(on);
    await page.begin();
    const wrong: string[] = [];
    for (const stranger of strangers) {
      wrong.push(...(await page.opens(stranger, mostMs)));
    }
    expect(wrong).toEqual([]);
  });
}

test("many packages that mean harm, one after the other in one page: each runs or is told, and the page goes on", () =>
  // All of them run without a browser, in the simulator's own tests.
  inOnePage(
    hostilePackages().filter((_, place) => place % 3 === 0),
    2000,
  ));

test("packages that show too much leave the page time for its user", () =>
  inOnePage(greedyPackages(), 4000));

describe("a package that stops the page", () => harm(at));
