import { render } from "preact";
import { Page } from "./parts/page";
import { start } from "./page";

const root = document.getElementById("page");
if (root !== null) render(<Page />, root);
start();
