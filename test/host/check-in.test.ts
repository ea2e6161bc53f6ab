import { coached } from "../support/coach";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

test("one tap answers how the back is, and the session starts as planned", async () => {
  const wearer = await coached();
  wearer.taps("start").waits(1);
  expect(wearer.faults).toEqual([]);
  expect(wearer.screen).toBe("ask");
  console.log(wearer.sees, wearer.files);
  wearer.taps("back-2").waits(1);
  console.log(wearer.screen, wearer.sees);
  wearer.taps("choice-0").waits(120);
  console.log(wearer.screen, wearer.sees, wearer.files);
  wearer.taps("back-2").waits(1);
  console.log(wearer.screen, wearer.sees, wearer.sent);
  wearer.taps("choice-1").waits(3);
  console.log(wearer.screen, JSON.stringify(wearer.sent), wearer.faults);
});
