import {
  createWorld,
  type FitbitPackage,
  type World,
  type WorldEvent,
  type WorldOptions,
} from "../engine";
import { type InlinePackage, inlinePackage } from "./inline-package";

/** A world and all that happened in it. */
export interface Observed {
  readonly world: World;
  readonly events: WorldEvent[];
  /** The events of one type, in order. */
  of<T extends WorldEvent["type"]>(type: T): Extract<WorldEvent, { type: T }>[];
  /** What the programs logged. */
  logs(): string[];
}

const open: World[] = [];

/** A world around a package, watched; not launched. */
export async function observe(
  pkg: FitbitPackage,
  options: WorldOptions = {},
): Promise<Observed> {
  const events: WorldEvent[] = [];
  const world = await createWorld(pkg, {
    ...options,
    onEvent: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
  });
  open.push(world);
  const of = <T extends WorldEvent["type"]>(type: T) =>
    events.filter(
      (event): event is Extract<WorldEvent, { type: T }> => event.type === type,
    );
  return {
    world,
    events,
    of,
    logs: () => of("log").map(({ message }) => message),
  };
}

/** A world whose app is written down in the test, launched. */
export async function run(
  parts: InlinePackage,
  options: WorldOptions = {},
): Promise<Observed> {
  const observed = await observe(inlinePackage(parts), options);
  observed.world.watch.launch();
  return observed;
}

/** Frees the worlds made so far; for `afterEach`. */
export function disposeWorlds(): void {
  for (const world of open.splice(0)) world.dispose();
}
