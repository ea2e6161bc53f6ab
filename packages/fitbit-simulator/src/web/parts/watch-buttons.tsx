import { send, world } from "../page";
import { Icon } from "./icon";
import { say } from "../words/say";

/** What a wearer can do with a watch other than touch its screen, and the start and end of the app. */
export function WatchButtons() {
  const now = world.value;
  const lit = now?.displayOn === true;
  const running = now?.running === true;
  return (
    <div class="watch-buttons">
      <button type="button" onClick={() => send({ do: "swipe-back" })}>
        <Icon name="back" /> {say("Back")}
      </button>
      <button type="button" onClick={() => send({ do: "display", on: !lit })}>
        <Icon name={lit ? "dark" : "light"} />{" "}
        {lit ? say("Lower wrist") : say("Raise wrist")}
      </button>
      <button
        type="button"
        onClick={() => send({ do: "watch", what: running ? "kill" : "launch" })}
      >
        <Icon name={running ? "stop" : "launch"} />{" "}
        {running ? say("Kill app") : say("Launch app")}
      </button>
    </div>
  );
}
