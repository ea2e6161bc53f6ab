import Sequencer from "@jest/test-sequencer";

/** Files that take minutes: begun last, each would keep one core waiting for it. */
const SLOW = /\/test\/(e2e|faults)\/|\/test\/host\/arguments\./;

export default class SlowFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isSlow = ({ path }) => SLOW.test(path);
    return [
      ...sorted.filter(isSlow),
      ...sorted.filter((test) => !isSlow(test)),
    ];
  }
}
