/** Where the runner begins; empty while the page has no answer. */
export type Stand = "" | "gentle" | "full";

export const STANDS: ReadonlyArray<Stand> = ["gentle", "full"];
