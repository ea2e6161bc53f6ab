/** The most characters that all events may have as JSON; they fit into a companion several times. */
const MOST_TEXT = 1_000_000;
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** One event of the phone's calendars. */
export interface CalendarEvent {
  readonly title: string;
  /**
   * A time such as `2026-01-01T09:30`, in the phone's time zone, or with `Z` or `+01:00` at its
   * end; or a day such as `2026-01-01`: the event is all day then.
   */
  readonly start: string;
  /** As `start`: a time where that is one, else the last day, which counts. */
  readonly end: string;
  /** The calendar's title; `Calendar` when left out. */
  readonly calendar?: string;
  /** The title of what the calendar comes from, such as an account; `Phone` when left out. */
  readonly source?: string;
  readonly location?: string;
  readonly description?: string;
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** What the module `calendars` tells, its moments in epoch milliseconds. */
export interface CalendarData {
  readonly sources: readonly Titled[];
  readonly calendars: readonly (Titled & { readonly sourceId: string })[];
  readonly events: readonly {
    readonly id: string;
    readonly sourceId: string;
    readonly calendarId: string;
    readonly title: string;
    readonly location?: string;
    readonly description?: string;
    readonly startDate: number;
    readonly endDate: number;
    readonly isAllDay: boolean;
  }[];
}

/** The calendars of the phone: without any until somebody sets their events. */
export class Calendars {
  /** What is in them. */
  data: CalendarData = { sources: [], calendars: [], events: [] };

  /** @param zoneMinutes where the phone is, in minutes east of Greenwich */
  constructor(private readonly zoneMinutes: number) {}

  /**
   * Puts these events in the place of all others.
   * @throws RangeError when one of them is none; nothing is changed then
   */
  set(events: readonly CalendarEvent[]): void {
    if (!Array.isArray(events)) {
      throw new RangeError("the events of the calendars are no list");
    }
    if (JSON.stringify(events).length > MOST_TEXT) {
      throw new RangeError(
        `the events of the calendars are too large; allowed: ${MOST_TEXT} characters of JSON`,
      );
    }
    const sources = new Map<string, Titled>();
    const calendars = new Map<string, Titled & { sourceId: string }>();
    const all = events.map((event: CalendarEvent, at) => {
      const known = this.checked(event, at + 1);
      const source = known.source ?? "Phone";
      const calendar = known.calendar ?? "Calendar";
      const { id: sourceId } = numbered(sources, source, { title: source });
      const { id: calendarId } = numbered(
        calendars,
        JSON.stringify([source, calendar]),
        { title: calendar, sourceId },
      );
      const { title, location, description, startDate, endDate, isAllDay } =
        known;
      const ids = { id: String(at + 1), sourceId, calendarId };
      const texts = { title, location, description };
      return { ...ids, ...texts, startDate, endDate, isAllDay };
    });
    this.data = {
      sources: [...sources.values()],
      calendars: [...calendars.values()],
      events: all.sort((a, b) => a.startDate - b.startDate),
    };
  }

  private checked(event: CalendarEvent, number: number) {
    const at = `event ${number} of the calendars`;
    if (typeof event !== "object" || event === null) {
      throw new RangeError(`${at} is no object with title, start and end`);
    }
    for (const name of ["title", ...OPTIONAL] as const) {
      const value: unknown = event[name];
      if (typeof value === "string") continue;
      if (value !== undefined || name === "title") {
        throw new RangeError(`${at}: its ${name} is no text`);
      }
    }
    const [start, end] = [this.moment(event.start), this.moment(event.end)];
    for (const [name, moment] of Object.entries({ start, end })) {
      if (moment === undefined) {
        throw new RangeError(
          `${at}: its ${name} is no time; allowed: such as "2026-01-01T09:30", with a time zone or without, or "2026-01-01" for all day`,
        );
      }
    }
    if (start!.isDay !== end!.isDay) {
      throw new RangeError(
        `${at}: its start and end are a day and a time; allowed: two days or two times`,
      );
    }
    const isAllDay = start!.isDay;
    const startDate = start!.ms;
    const endDate = end!.ms + (isAllDay ? MS_PER_DAY : 0);
    if (endDate < startDate) {
      throw new RangeError(`${at}: its end is before its start`);
    }
    return { ...event, startDate, endDate, isAllDay };
  }

  /** A written time in epoch milliseconds; undefined when it is none. */
  private moment(text: unknown): { ms: number; isDay: boolean } | undefined {
    const parts = typeof text === "string" ? TIME.exec(text) : null;
    if (parts === null) return undefined;
    const [, day = "", time, zone] = parts;
    const midnight = Date.parse(`${day}T00:00Z`);
    // There is no 30 February, whatever an engine makes of it.
    if (Number.isNaN(midnight)) return undefined;
    if (!new Date(midnight).toISOString().startsWith(day)) return undefined;
    const ms = Date.parse(`${day}T${time ?? "00:00"}${zone ?? "Z"}`);
    if (Number.isNaN(ms)) return undefined;
    return {
      ms: zone === undefined ? ms - this.zoneMinutes * MS_PER_MINUTE : ms,
      isDay: time === undefined,
    };
  }
}

const OPTIONAL = ["calendar", "source", "location", "description"] as const;
const TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?)?$/;

/** The one under a key; where there is none yet, it gets the next number as its id. */
function numbered<T extends object>(
  all: Map<string, T & { id: string }>,
  key: string,
  one: T,
): T & { id: string } {
  const known = all.get(key) ?? { ...one, id: String(all.size + 1) };
  all.set(key, known);
  return known;
}
