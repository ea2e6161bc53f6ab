// What a driver may call. It runs inside the simulator, beside the module
// under test, never in the test itself.

const launched = Date.now();

/** Seconds since the launch, by the watch's clock. */
export function now(): number {
  return (Date.now() - launched) / 1000;
}

/** Does something so many seconds after the launch. */
export function at(seconds: number, act: () => void): void {
  setTimeout(act, seconds * 1000);
}

/** Tells the test a value, as far as JSON can carry it. */
export function tell(value: unknown): void {
  // eslint-disable-next-line no-console -- a driver has no other way to the test
  console.log(JSON.stringify(value));
}
