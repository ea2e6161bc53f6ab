import { me } from "appbit";
import { Flag } from "../../common/watch-tables";
import { R } from "../../common/wire/flat-routine";
import { S, Session } from "../session/session";
import { stayOn } from "./display";

/**
 * A session keeps the app open, which the watch else closes after two idle
 * minutes, and the display on where that is wanted; without one, it does not.
 */
export function claim(session: Session | undefined): void {
  me.appTimeoutEnabled = !session;
  stayOn(!!session && !!(session[S.Routine][R.Flags]! & Flag.KeepScreenOn));
}
