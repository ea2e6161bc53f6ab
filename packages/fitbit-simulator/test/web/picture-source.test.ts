import { pictureSource } from "../../src/web/parts/settings/picture-source";

test.each(["data:image/png;base64,AAAA", "data:image/jpeg;base64,/9j/4A=="])(
  "a picture that the package brings is shown: %s",
  (address) => {
    expect(pictureSource(address)).toBe(address);
  },
);

test.each([
  "https://example.org/x.png",
  "data:image/svg+xml,<svg/>",
  "data:image/svg+xml;base64,AAAA",
  "data:text/html,<p>",
  "data:image/png;base64,AA AA",
  5,
  undefined,
])("anything else is not: %s", (address) => {
  expect(pictureSource(address)).toBeUndefined();
});
