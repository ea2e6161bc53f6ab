import { attempt } from "./failures";

// Parts of the app that are loaded only when they are needed. A watch that has no
// memory left for one says so and goes on.

let missing: () => void;

/**
 * Names who is told, from now on, that a part could not be loaded.
 * @once
 */
export function onMissing(told: () => void): void {
  missing = told;
}

/** Logs why a part could not be loaded, and tells whoever is to know. */
export function missed(error: unknown): void {
  console.error(String(error));
  missing();
}

/** Does something with a part of the app once it is there; what fails is logged. */
export function load<Part>(
  part: Promise<Part>,
  use: (part: Part) => void,
): void {
  part.then((loaded) => attempt(null, use, loaded), missed);
}
