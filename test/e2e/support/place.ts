import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
} from "playwright-core";
import { Visit } from "./visit";

/** Where the tests take place; known once it has started. */
export interface Place {
  browser(): Browser;
  address(): string;
}

/** Opens the page, does something there, and checks that the page had no fault of its own. */
export async function visit(
  place: Place,
  act: (visit: Visit) => Promise<void>,
  options?: BrowserContextOptions,
  prepare?: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const opened = await Visit.open(
    place.browser(),
    place.address(),
    options,
    prepare,
  );
  try {
    await act(opened);
    expect(opened.faults).toEqual([]);
  } finally {
    await opened.close();
  }
}
