import { History } from "../../../phone/history/history";
import { readSummary, summaryText } from "../../../phone/history/summary";
import { record } from "../../../verification/builders/records";
import { MemoryStorage } from "../../../verification/builders/storage";

const DAY = 86400;
/** Monday, 2 March 2026, 07:00 UTC. */
const MONDAY = Date.UTC(2026, 2, 2, 7) / 1000;

it("counts weeks in a row that reached the goal, on whatever days", () => {
  const storage = new MemoryStorage();
  const history = History.open(storage)!;
  // Three sessions in each of four weeks, on different days.
  [0, 2, 4, 7, 8, 9, 15, 17, 20, 21, 22, 26].forEach((day) =>
    history.add({ kind: "session", record: record(MONDAY + day * DAY) }),
  );
  const moment = {
    offset: 0,
    trouble: "",
    cueDemo: "",
    restored: undefined,
    uncorrected: undefined,
  } as const;
  const at = (day: number, goal: number): ReturnType<typeof readSummary> =>
    readSummary(
      summaryText(storage, history, {
        ...moment,
        now: MONDAY + day * DAY,
        goal,
      }),
    );
  expect(at(26, 3)).toMatchObject({ count: 3, streak: 3 });
  expect(at(28, 3)).toMatchObject({ count: 0, streak: 4 });
  expect(at(35, 3)).toMatchObject({ count: 0, streak: 0 });
  expect(at(28, 4).streak).toBe(0);
});
