/** What the watch shows, as an app's guide reads it. */
export interface Seen {
  /** File of the open view, such as `resources/work.view`. */
  readonly view: string;
  /** All that is written there, by the ids of the elements. */
  readonly text: Readonly<Record<string, string>>;
}

/** A moving figure at one moment. */
export interface FigurePlace {
  /** Which one; only the guide knows the names. */
  readonly name: string;
  readonly mirrored: boolean;
  /** 0 to 1 of the way from its first pose to its last; undefined: it shows the way by itself. */
  readonly share: number | undefined;
}

/** What is said beside the watch's own screen. */
export interface Moment {
  /** What is done, or is done next. */
  readonly name: string;
  /** Such as the side that works; may be empty. */
  readonly detail: string;
  readonly how: string;
  /** What follows after that; empty at the end. */
  readonly next: string;
  /** Such as `2/5`. */
  readonly place: string;
  /** Whole minutes until the end; undefined where nobody knows. */
  readonly minutes: number | undefined;
  readonly figure: FigurePlace | undefined;
}

/** All that a guide may look at. */
export interface Sight {
  readonly seen: Seen;
  /** Paths of the images on the screen, as the app names them. */
  readonly images: readonly string[];
  /** What {@link Guide.file} holds; undefined where the app has none. */
  readonly file: unknown;
  /** Seconds of the watch's time since the page opened the app. */
  readonly seconds: number;
}

/** Words that the page needs for its phone view; `%1` stands for a value. */
export const PHONE_WORDS = [
  "open",
  "begin",
  "close",
  "sound",
  "voice",
  "vibration",
  "language",
  "next",
  "minutes-left",
  "no-voice",
  "no-sound",
  "may-go-dark",
  "update-ready",
  "update-now",
  "elsewhere",
  "use-here",
  "not-kept",
  "stopped",
  "start-over",
  "dismiss",
] as const;

export type PhoneWord = (typeof PHONE_WORDS)[number];

/** An app's guide in one language. */
export interface GuideInLanguage {
  readonly words: Readonly<Record<PhoneWord, string>>;
  /**
   * What is said beside the watch; undefined where its screen says it all. It is asked at each change
   * of the screen, in their order.
   */
  moment(sight: Sight): Moment | undefined;
  /**
   * What a voice says when the screen has become another one.
   * @param felt whether the watch vibrated at that moment
   */
  phrase(
    before: Seen | undefined,
    now: Seen,
    felt: boolean,
  ): string | undefined;
}

/**
 * What an app's own page knows of the app beyond its package. The module that a page names as its
 * guide exports one as `guide`.
 */
export interface Guide {
  /** The app that it is for. */
  readonly appId: string;
  /** Name of a file that the app keeps on the watch and the guide wants to read: CBOR. */
  readonly file: string;
  /** Id of the element that begins a session. */
  readonly start: string;
  /** Figures fit a box of this many units. */
  readonly box: { readonly width: number; readonly height: number };
  /** SVG markup of a figure, made of numbers and fixed words only; undefined for an unknown name. */
  figure(place: FigurePlace & { readonly share: number }): string | undefined;
  /** @throws when its words cannot be loaded */
  inLanguage(locale: string): Promise<GuideInLanguage>;
}
