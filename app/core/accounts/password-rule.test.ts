import { describe, expect, it } from "vitest";
import { passwordFault, passwordLengths } from "./password-rule";

const common = new Set(["passwort", "password", "sommer", "qwertzuiopas"]);
const faultOf = (password: string) => passwordFault(password, (word) => common.has(word), ["erika.muster@rathaus-beispiel.de", "KI-Pegel"]);

describe("a password", () => {
  it.each([
    "vier Wörter ohne Sinn",
    "correct horse battery staple",
    "kq7v-2mxa-pw9z",
    "ohne-grossbuchstaben-und-ziffern",
    "👩‍💻 arbeitet hier",
    "x".repeat(3) + "abcdefgh".repeat(5) + "yz",
    "muster fünf Tassen Tee",
  ])("%j is taken", (password) => expect(faultOf(password)).toBeNull());

  it.each([
    ["elf Zeichen", "too-short"],
    ["", "too-short"],
    [`${"ab".repeat(60)}cdefghijk`, "too-long"],
    ["passwort2026", "common"],
    ["Passw0rt2026!!", "common"],
    ["!!!!P4ssw0rt!!!!", "common"],
    ["2026sommer2026", "common"],
    ["QWERTZUIOPAS", "common"],
    ["passwortpasswort", "common"],
    ["aaaaaaaaaaaa", "common"],
    ["121212121212", "common"],
    ["abcdefghijklm", "common"],
    ["123456789012", "common"],
    ["987654321098", "common"],
    ["erika.muster@rathaus-beispiel.de", "personal"],
    ["rathaus-12345", "personal"],
    ["Ki-Pegel12345", "personal"],
  ] as const)("%j is refused as %s", (password, fault) => expect(faultOf(password)).toBe(fault));

  it("counts characters, not bytes, and reads what looks the same as the same", () => {
    expect(faultOf("ä".normalize("NFD").repeat(6) + "bcdef")).toBe("too-short");
    expect(passwordLengths.least).toBe(12);
    expect(faultOf("ｐａｓｓｗｏｒｔ２０２６")).toBe("common");
  });
});
