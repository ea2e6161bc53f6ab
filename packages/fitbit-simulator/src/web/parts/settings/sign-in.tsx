import { useSignal } from "@preact/signals";
import { send } from "../../page";
import type { Widget } from "../../world/protocol";
import { hasPart, Part } from "./part";
import { say } from "../../words/say";

/**
 * Signing in at another service. The simulator asks no server: the user enters the token that the
 * service would have returned.
 */
export function SignIn({ widget }: { widget: Widget }) {
  const open = useSignal(false);
  const token = useSignal("");
  const { place } = widget;
  const finish = () => {
    open.value = false;
    send({ do: "use", place, input: { access_token: token.value } });
  };
  return (
    <div class="s-list" role="group">
      <strong>
        <Part widget={widget} name="title" />
      </strong>
      <span class="s-sub">
        <Part widget={widget} name="description" />
      </span>
      {!open.value && (
        <button
          type="button"
          disabled={widget.props["disabled"] === true}
          onClick={() => (open.value = true)}
        >
          {hasPart(widget, "label") ? (
            <Part widget={widget} name="label" />
          ) : (
            say("Sign in")
          )}
        </button>
      )}
      {open.value && (
        <>
          <p class="hint">
            {say(
              "The simulator has no network. Give the access token that the service would return.",
            )}
          </p>
          <label class="s-row s-field">
            <span>{say("Access token")}</span>
            <input
              type="text"
              value={token.value}
              onInput={({ currentTarget }) => {
                token.value = currentTarget.value;
              }}
            />
          </label>
          <button type="button" onClick={finish}>
            {say("Return to the app")}
          </button>
        </>
      )}
    </div>
  );
}
