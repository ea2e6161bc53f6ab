import { send, world } from "../page";
import { Icon } from "./icon";

/** The phone beside the watch. */
export function PhonePanel() {
  const near = world.value?.near !== false;
  return (
    <div class="phone">
      <div class="phone-bar">
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            checked={near}
            onChange={() => send({ do: "link", near: !near })}
          />
          <span>
            <Icon name="link" />{" "}
            {near ? "The phone is near" : "The phone is away"}
          </span>
        </label>
      </div>
    </div>
  );
}
