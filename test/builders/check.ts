import fc from "fast-check";

/**
 * Tries a property on generated values. A slow machine tries fewer of them,
 * and a failure is made small for at most twenty seconds.
 */
export function check<Ts>(property: fc.IProperty<Ts>, numRuns: number): void {
  fc.assert(property, { numRuns, interruptAfterTimeLimit: 20000 });
}
