import { render } from "preact";
import { askFor } from "./host";
import { loadGuide } from "./phone-view/app-guide";
import { Page } from "./parts/page";
import { followLinks } from "./follow-link";
import { followPackage } from "./package-changes";
import { send, start } from "./page";
import { keepPage } from "./updates";
import { speakAsChosen } from "./words/page-language";

const root = document.getElementById("page");
start();
// What it does not find in the browser's language it says in English; it never waits for long.
void speakAsChosen().then(() => {
  if (root !== null) render(<Page />, root);
});
followLinks();
followPackage(() => send({ do: "reload" }));

void loadGuide();
keepPage();

// What is stored may be a runner's history. Some browsers ask their user, so not before the page is used.
const persist = () => {
  window.removeEventListener("pointerdown", persist);
  window.removeEventListener("keydown", persist);
  askFor(() => navigator.storage.persist());
};
window.addEventListener("pointerdown", persist);
window.addEventListener("keydown", persist);
