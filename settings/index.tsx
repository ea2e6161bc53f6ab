import { page } from "./page";

registerSettingsPage(({ settingsStorage }) => page(settingsStorage));
