/** Minutes or days the activity modules can tell of, newest first. */
export interface ActivityRecord {
  readonly steps?: number;
  readonly calories?: number;
  readonly distance?: number;
  readonly elevationGain?: number;
  readonly averageHeartRate?: number;
  readonly restingHeartRate?: number;
}

/** A place on earth, as satellites tell it. */
export interface Place {
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
  /** Metres. */
  readonly accuracy: number;
  /** Metres above the sea. */
  readonly altitude?: number;
  /** Degrees clockwise from north. */
  readonly heading?: number;
  /** Metres a second. */
  readonly speed?: number;
}

/** The weather where the wearer is, as a weather service tells it. */
export interface Weather {
  /** The place's name. */
  readonly place: string;
  /** A name of the SDK's `WeatherCondition`, such as `Rain`. */
  readonly condition: string;
  /** Degrees Celsius. */
  readonly temperature: number;
}

/** The wearer and the watch's own condition, as its sensors see them. It may change at any time. */
export interface Body {
  /** Beats a minute; null when the sensor finds no pulse. */
  heartRate: number | null;
  onWrist: boolean;
  /** 0–100. */
  battery: number;
  charging: boolean;
  /** Metres a second squared. */
  acceleration: [number, number, number];
  /** Pascal. */
  pressure: number;
  asleep: boolean;
  /** Where watch and phone are; null where no satellite is seen. */
  place: Place | null;
  /** Null where no weather service answers. */
  weather: Weather | null;
  /** Totals of today by name: `steps`, `calories` (kcal), `distance` (metres), `elevationGain`. */
  today: Record<string, number>;
  /** What the wearer wants to reach, by the same names and `activeZoneMinutes`. */
  goals: Record<string, number>;
  /** Minutes of today in each heart rate zone. */
  zoneMinutes: { fatBurn: number; cardio: number; peak: number };
  /** Active zone minutes of this week, and how many it should have. */
  week: { activeZoneMinutes: number; goal: number };
  /** Newest first. */
  minutes: ActivityRecord[];
  days: ActivityRecord[];
  profile: {
    age: number;
    gender: "male" | "female";
    /** Metres. */
    height: number;
    /** Kilograms. */
    weight: number;
    restingHeartRate: number;
    bmr: number;
  };
  /** Sensor modules this watch lacks, e.g. `barometer`. */
  missingSensors: string[];
}

/** A runner at rest. */
export function restingBody(): Body {
  return {
    heartRate: 74,
    onWrist: true,
    battery: 80,
    charging: false,
    acceleration: [0, 0, 9.81],
    pressure: 101_325,
    asleep: false,
    place: { latitude: 52.5145, longitude: 13.3501, accuracy: 8 },
    weather: null,
    today: { steps: 4200, calories: 1300, distance: 3100, elevationGain: 2 },
    goals: {
      steps: 10_000,
      calories: 2500,
      distance: 8000,
      elevationGain: 10,
      activeZoneMinutes: 22,
    },
    zoneMinutes: { fatBurn: 4, cardio: 0, peak: 0 },
    week: { activeZoneMinutes: 40, goal: 150 },
    minutes: [],
    days: [],
    profile: {
      age: 38,
      gender: "female",
      height: 1.7,
      weight: 62,
      restingHeartRate: 56,
      bmr: 1400,
    },
    missingSensors: [],
  };
}

/** Active zone minutes: those beyond fat burning count twice. */
export function zoneMinutes({ zoneMinutes: of }: Body): number {
  return of.fatBurn + 2 * (of.cardio + of.peak);
}

/** The goals that are reached: of the day by name, and of the week. */
export function goalsReached(body: Body): string[] {
  const { today, goals, week } = body;
  const done: Record<string, number> = {
    ...today,
    activeZoneMinutes: zoneMinutes(body),
  };
  const reached = Object.keys(goals).filter(
    (name) => (done[name] ?? 0) >= (goals[name] ?? Infinity),
  );
  return week.activeZoneMinutes >= week.goal ? [...reached, "week"] : reached;
}
