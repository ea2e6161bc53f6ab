import { launch } from "./main";

launch();
