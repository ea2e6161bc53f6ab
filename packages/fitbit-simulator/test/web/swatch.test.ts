import { swatchColour } from "../../src/web/parts/settings/swatch";

test.each([
  "url(https://example.org/a.png)",
  "image-set('a.png' 1x)",
  "red url(a.png)",
  "rgb(0,0,0) url(a.png)",
  "var(--accent)",
  "red; position: fixed",
  "\\75rl(a.png)",
])("a colour that is other CSS is shown as none: %s", (text) => {
  expect(swatchColour(text)).toBe("transparent");
});

test.each([
  "tomato",
  "#43e8a5",
  "#fff",
  "#43e8a580",
  "rgb(1, 2, 3)",
  "rgba(1,2,3,.5)",
  "hsl(120 50% 50% / 40%)",
])("a colour is shown as it is: %s", (text) => {
  expect(swatchColour(` ${text}`)).toBe(text);
});

test("the platform's own names are colours", () => {
  expect(swatchColour("fb-aqua")).toBe("#3bf7de");
});
