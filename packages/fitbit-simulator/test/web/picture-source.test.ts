import { pictureSource } from "../../src/web/parts/settings/picture-source";

test.each(["data:image/png;base64,AAAA", "data:image/jpeg;base64,/9j/4A=="])(
  "a picture that the package brings is shown: %s",
  (address) => {
    expect(pictureSource(address)).toBe(address);
  },
);

const drawn = (inside: string): string =>
  "data:image/svg+xml," +
  encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox='0 0 9 9'>${inside}</svg>`,
  );

test.each([
  "<rect width='9' height='9' fill=\"#0c151c\"/>",
  '<g transform="rotate(4)"><svg x="1"><path d="M0 0L9 9"/></svg></g>',
  '<text x="1" font-size="4">Rücken &lt; 5</text>',
])("a drawing of shapes is shown: %s", (inside) => {
  expect(pictureSource(drawn(inside))).toBe(drawn(inside));
});

test.each([
  "<filter id='f'><feGaussianBlur stdDeviation='200'/></filter>",
  "<rect filter='url(#f)'/>",
  "<rect fill='url(#p)'/>",
  "<use href='#a'/>",
  "<image href='x.png'/>",
  "<style>*{}</style>",
  "<rect style='filter:blur(9px)'/>",
  "<path stroke-dasharray='0.001'/>",
  "<animate/>",
  "<rect onload='a()'/>",
  "<rect width=9/>",
  "<!-- -->",
  "<rect",
  "x".repeat(70_000),
])("a drawing that can be endless is not: %.50s", (inside) => {
  expect(pictureSource(drawn(inside))).toBeUndefined();
});

test("nor one with entities of its own", () => {
  const text = '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>';
  const address = "data:image/svg+xml," + encodeURIComponent(text);
  expect(pictureSource(address)).toBeUndefined();
});

test.each([
  "https://example.org/x.png",
  "data:image/svg+xml,%",
  "data:image/svg+xml;base64,AAAA",
  "data:text/html,<p>",
  "data:image/png;base64,AA AA",
  5,
  undefined,
])("anything else is not: %s", (address) => {
  expect(pictureSource(address)).toBeUndefined();
});
