import { localeFor } from "../../src/web/world/setup";

describe("the language of a watch that was never set up", () => {
  test.each([
    [["de-AT", "en-US"], "de-DE"],
    [["pt"], "pt-BR"],
    [["pt-PT", "es-MX"], "pt-BR"],
    [["no"], "nb-NO"],
    [["nn-NO"], "nb-NO"],
    [["zh-HK"], "zh-TW"],
    [["zh-SG"], "zh-CN"],
    [["zh-TW"], "zh-TW"],
    [["cy", "fr-CA"], "fr-FR"],
    [["en-US@posix"], "en-US"],
    [["", "@", "not a language", "it"], "it-IT"],
    [["tlh"], "en-US"],
    [[], "en-US"],
  ])("a browser that reads %j gets %s", (languages, locale) => {
    expect(localeFor(languages)).toBe(locale);
  });
});
