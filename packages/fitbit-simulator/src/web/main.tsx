import { render } from "preact";
import { Page } from "./parts/page";
import { start } from "./page";

const root = document.getElementById("page");
if (root !== null) render(<Page />, root);
start();

// Only on servers that browsers trust: https, or this machine.
if ("serviceWorker" in navigator) {
  navigator.serviceWorker
    .register(new URL("sw.js", document.baseURI))
    .catch(() => undefined);
}
