import fc from "fast-check";
import { defaultRoutine } from "../../../common/default-routine";
import { routineFault } from "../../../common/limits";
import { Routine } from "../../../common/routine";
import { routineCode, readCode } from "../../../phone/routine-code/code";
import { forgetUnusable } from "../../../phone/settings/forget";
import { circuitOf, unrolled } from "../../../phone/settings/rounds";
import { Settings, readSettings } from "../../../phone/settings/settings";
import { routineValues, takeRoutine } from "../../../phone/settings/writer";
import { catalogueItems } from "../../../verification/builders/settings";
import { MemoryStorage } from "../../../verification/builders/storage";

function read(values: { [key: string]: string }): Settings {
  return readSettings((key) => values[key]);
}

/** Exercise ids of what the watch gets. */
function sent({ routine }: Settings): string[] {
  return routine.items.map(({ exercise }) => exercise);
}

const ONLY_TWO = {
  "hip-raise.in": "false",
  "reverse-hip-raise.in": "false",
  "cobra.in": "false",
};

it("sends the whole list once for every round", () => {
  const settings = read({ ...ONLY_TWO, rounds: "3" });
  const round = ["plank", "side-plank"];
  expect(sent(settings)).toEqual([...round, ...round, ...round]);
  expect(settings.choices.filter(({ item }) => item.included)).toHaveLength(2);
});

it("does fewer rounds where more than forty exercises would come of it, and says so", () => {
  const settings = read({ rounds: "9" });
  expect(settings.rounds).toBe(8);
  expect(settings.routine.items).toHaveLength(40);
  expect(settings.unusable).toEqual([
    { key: "rounds", value: "9", used: "8", why: "items" },
  ]);
  const storage = new MemoryStorage();
  storage.setItem("rounds", "9");
  forgetUnusable(storage, settings);
  expect(storage.getItem("rounds")).toBe("8");
});

it("finds the rounds in a routine again that came as a code, whatever the doses", () => {
  const circuits = fc
    .record({ items: catalogueItems(4), rounds: fc.nat(8) })
    .map(({ items, rounds }) => ({ items, rounds: rounds + 1 }));
  fc.assert(
    fc.property(circuits, (circuit) => {
      const items = unrolled(circuit);
      const routine: Routine = { ...defaultRoutine(), items };
      if (routineFault(routine)) return;
      const code = readCode(routineCode(routine));
      if (!code.ok) throw new Error(code.fault.field);
      const storage = new MemoryStorage();
      takeRoutine(storage, code.value);
      const settings = readSettings((key) => storage.getItem(key));
      expect(settings.rounds).toBe(circuit.rounds);
      expect(settings.routine).toEqual(routine);
    }),
  );
});

it("is one round where the list only looks like a circuit", () => {
  const { items } = defaultRoutine();
  const [first, second] = items;
  expect(circuitOf([first!, second!, first!])).toMatchObject({ rounds: 1 });
  const longer = { ...first!, hold: first!.hold + 1 };
  expect(circuitOf([first!, second!, longer, second!])).toMatchObject({
    rounds: 1,
  });
  const again = routineValues({
    ...defaultRoutine(),
    items: [...items, first!],
  });
  expect(again.rounds).toBeUndefined();
});
