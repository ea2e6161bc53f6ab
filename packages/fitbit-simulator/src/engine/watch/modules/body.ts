import { asNumber, asText, lasting, type Operations } from "../../context";
import { GuestError } from "../../vm/sandbox";
import type { PermissionCheck } from "../../package/permissions";
import type { Schedule } from "../../time/schedule";
import { type Body, zoneMinutes } from "../body";
import type { ExerciseRecorder } from "../exercise";
import type { RunningApp } from "../running-app";

/** Readings a second where the app does not say. */
const DEFAULT_HZ = 1;
const MOTION_HZ = 10;
/** No sensor reads faster or more slowly, whatever an app asks. */
const MOST_HZ = 100;
const LEAST_HZ = 0.001;
const MOST_BATCH = 1000;

/** What the operations that tell of the wearer need of the watch and its app. */
export interface BodyContext {
  readonly app: RunningApp;
  readonly body: Body;
  readonly exercise: ExerciseRecorder;
  readonly schedule: Schedule;
  readonly granted: PermissionCheck;
}

/** The operations of modules about the wearer: sensors, activity, profile, power, exercise. */
export function bodyOperations(context: BodyContext): Operations {
  const { app, body, exercise, schedule, granted } = context;
  const stop = new Map<number, () => void>();
  const ifGranted = <T>(permission: string, value: T): T | undefined =>
    granted(permission) ? value : undefined;
  const heartAllowed = () => granted("access_heart_rate");

  return {
    "sensor.has": (module) =>
      !body.missingSensors.includes(asText(module)) &&
      (module !== "heart-rate" || heartAllowed()),
    "sensor.start": (number, module, frequency, batch) => {
      const asked = asNumber(frequency) > 0 ? asNumber(frequency) : NaN;
      const hz = bounded(asked || rate(asText(module)), LEAST_HZ, MOST_HZ);
      const count = bounded(Math.floor(asNumber(batch)) || 1, 1, MOST_BATCH);
      const every = (1000 / hz) * count;
      let task = app.after(every, function read() {
        task = app.after(every, read);
        const values = reading(asText(module));
        if (values === undefined) return;
        const { nowMs } = schedule;
        app.wake("sensor", number, nowMs, JSON.stringify(values), count);
      });
      stop.set(asNumber(number), () => task.cancel());
    },
    "sensor.stop": (number) => {
      stop.get(asNumber(number))?.();
      stop.delete(asNumber(number));
    },
    activity: (period, name) =>
      ifGranted(
        "access_activity",
        JSON.stringify(activity(asText(period), asText(name))),
      ),
    "activity.history": (period, limit) => {
      if (!granted("access_activity")) {
        throw new GuestError("the permission access_activity is not granted");
      }
      const records = period === "day" ? body.days : body.minutes;
      return JSON.stringify(records.slice(0, asNumber(limit)));
    },
    "profile.get": (name) => {
      const { profile } = body;
      const known: Readonly<Record<string, string | number>> = {
        ...profile,
        maxHeartRate: 220 - profile.age,
        walk: profile.height * 0.41,
        run: profile.height * 0.65,
      };
      return ifGranted("access_user_profile", known[asText(name)]);
    },
    "sleep.get": () => {
      if (!granted("access_sleep")) return undefined;
      if (!body.onWrist) return "unknown";
      return body.asleep ? "asleep" : "awake";
    },
    "location.get": () =>
      granted("access_location") ? JSON.stringify(body.place) : undefined,
    "power.get": (name) => {
      switch (name) {
        case "chargeLevel":
          return body.battery;
        case "timeUntilFull":
          return body.charging ? (100 - body.battery) * 36 : 0;
        default:
          return body.charging;
      }
    },
    "exercise.get": (name) => {
      if (name === "state") return exercise.state;
      return name === "type" ? exercise.activity : exercise.startWallMs;
    },
    "exercise.do": lasting((command, activity) => {
      if (!granted("access_exercise")) {
        throw new GuestError("the permission access_exercise is not granted");
      }
      switch (command) {
        case "start":
        case "pause":
        case "resume":
        case "stop":
          exercise.command(command, asText(activity));
          app.after(0, () => app.wake("exercise"));
      }
    }),
    "exercise.stats": (lap) =>
      stringified(exercise.stats(heartAllowed(), lap === true)),
    "exercise.lap": () => stringified(exercise.splitLap(heartAllowed())),
  };

  function activity(period: string, name: string): unknown {
    if (period === "week" || period === "weekGoals") {
      if (name !== "activeZoneMinutes") return undefined;
      return period === "week" ? body.week.activeZoneMinutes : body.week.goal;
    }
    if (name !== "activeZoneMinutes") {
      return (period === "goals" ? body.goals : body.today)[name];
    }
    return period === "goals"
      ? { total: body.goals[name] }
      : { ...body.zoneMinutes, total: zoneMinutes(body) };
  }

  function reading(module: string): unknown[] | undefined {
    switch (module) {
      case "heart-rate":
        return body.onWrist && body.heartRate !== null
          ? [body.heartRate]
          : undefined;
      case "body-presence":
        return [body.onWrist ? 1 : 0];
      case "accelerometer":
        return [...body.acceleration];
      case "gyroscope":
        return [0, 0, 0];
      case "barometer":
        return [body.pressure];
      default:
        return [1, 0, 0, 0];
    }
  }
}

function bounded(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function rate(module: string): number {
  const slow = ["heart-rate", "body-presence", "barometer"].includes(module);
  return slow ? DEFAULT_HZ : MOTION_HZ;
}

function stringified(value: object | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
