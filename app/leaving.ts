// A swipe is the only way to leave; watches of SDK 4 have buttons (`app-sdk4/`).
export { swipeBack as leaving } from "./actions";
