import { me } from "appbit";

/** Keeps the app open; else the watch closes it after two idle minutes. */
export function stayOpen(stay: boolean): void {
  me.appTimeoutEnabled = !stay;
}
