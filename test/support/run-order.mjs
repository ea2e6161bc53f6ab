import Sequencer from "@jest/test-sequencer";

/** Tests of the page: minutes each, of which a part is waiting for real time. */
const PAGE = /\/test\/e2e\//;
/** Other files that take long: begun last, each would keep one core waiting for it. */
const SLOW = /\/test\/(faults|host\/arguments)\b/;

/** Spreads the tests of the page over the run: two at once would wait for each other's browser. */
export default class RunOrder extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const is =
      (pattern) =>
      ({ path }) =>
        pattern.test(path);
    const page = sorted.filter(is(PAGE));
    const others = sorted.filter((test) => !is(PAGE)(test));
    const rest = [
      ...others.filter(is(SLOW)),
      ...others.filter((test) => !is(SLOW)(test)),
    ];
    if (page.length === 0) return rest;
    const each = Math.ceil(rest.length / page.length);
    return page.flatMap((test, place) => [
      test,
      ...rest.slice(place * each, (place + 1) * each),
    ]);
  }
}
