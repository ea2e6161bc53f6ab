import { launch } from "./app";

launch();
