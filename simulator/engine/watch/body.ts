/** Minutes or days the activity modules can tell of, newest first. */
export interface ActivityRecord {
  readonly steps?: number;
  readonly calories?: number;
  readonly distance?: number;
  readonly elevationGain?: number;
  readonly averageHeartRate?: number;
  readonly restingHeartRate?: number;
}

/** The wearer and the watch's own condition, as its sensors see them. Change it at any time. */
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
  today: Record<string, number>;
  goals: Record<string, number>;
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
    today: { steps: 4200, calories: 1300, distance: 3100, elevationGain: 2 },
    goals: { steps: 10_000, calories: 2500, distance: 8000, elevationGain: 10 },
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
