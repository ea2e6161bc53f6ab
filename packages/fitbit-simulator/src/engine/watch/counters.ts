/** What the watch counts over all launches of the app. */
export interface Counters {
  /** Writes of a text by script. */
  textWrites: number;
  textWritesWhileDark: number;
  vibrations: number;
  /** How often the app was woken up to do something. */
  wakeups: number;
}
