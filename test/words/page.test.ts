import { wordsPage } from "../../tools/words/page";
import { sourcePlaces } from "../../tools/words/source-places";

const WORD = {
  ...{ room: "app", key: "rest", english: "Rest", text: "Pauză <b>" },
  files: [],
};

function page(tight: boolean): string {
  const screens = [{ screen: "rest", svg: "<svg/>", tight }];
  return wordsPage("ro-RO", [{ ...WORD, screens }]);
}

test("a text is shown as it is, beside its screen, and marked where it has no room for more", () => {
  expect(page(false)).toContain("<td>Pauză &lt;b&gt;</td>");
  expect(page(false)).toContain('<img alt="rest"');
  expect(page(false)).not.toContain("no room for a tenth more");
  expect(page(true)).toContain("no room for a tenth more");
});

test("a text of the phone is found by its key, or by how its key begins", () => {
  const filesOf = sourcePlaces("settings");
  expect(filesOf("see-hide")).toEqual(["settings/sections/back.tsx"]);
  expect(filesOf("coach-help-auto")).toEqual(["settings/sections/coach.tsx"]);
  expect(filesOf("zebra-stripes")).toEqual([]);
});
