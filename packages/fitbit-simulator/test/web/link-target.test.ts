import { linkTarget } from "../../src/web/parts/settings/link-target";

describe("a link of a settings page", () => {
  test("opens the web and mail", () => {
    ["https://example.org/a?b", "http://example.org", "mailto:a@b.org"].forEach(
      (source) => expect(linkTarget(source)).toEqual({ href: source }),
    );
  });

  test("saves a text under its name", () => {
    const saved = (source: string) => linkTarget(source).download;
    expect(saved("data:text/csv;charset=utf-8;name=mine-1.csv,a%2Cb")).toBe(
      "mine-1.csv",
    );
    expect(saved("data:application/json;name=a.json;base64,W10=")).toBe(
      "a.json",
    );
    expect(saved("data:text/plain,hello")).toBe("file.txt");
  });

  test("saves under no name that misleads", () => {
    ["../a.csv", "a.exe", ".csv", "a/b.csv", `${"a".repeat(90)}.csv`].forEach(
      (name) =>
        expect(linkTarget(`data:text/csv;name=${name},a`).download).toBe(
          "file.csv",
        ),
    );
  });

  test("leads nowhere else", () => {
    [
      "javascript:alert(1)",
      "data:text/html,<script>1</script>",
      "data:image/svg+xml,<svg/>",
      "data:,a",
      "data:constructor/x,a",
      "blob:x",
      "file:///etc/passwd",
      " javascript:alert(1)",
      undefined,
      3,
    ].forEach((source) => expect(linkTarget(source)).toEqual({}));
  });
});
