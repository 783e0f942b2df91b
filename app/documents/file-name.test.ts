import { describe, expect, it } from "vitest";
import { attachment, plainName, reportFileName } from "./file-name";

describe("a name in plain letters", () => {
  it.each([
    ["Weißwasser – Běła Woda", "weisswasser-bela-woda"],
    ["Łužyca", "luzyca"],
    ["Łódź", "lodz"],
    ["Köln", "koeln"],
    ["Ko\u0308ln", "koeln"],
    ["GROẞ Ärzen", "gross-aerzen"],
    ["Søndern & Ærø", "sondern-aero"],
    ["Işık GmbH", "isik-gmbh"],
    ["Αθήνα", "athina"],
    ["Москва", "moskva"],
    ["北京", "beijing"],
    [" -- a/b\\c:d -- ", "a-b-c-d"],
    ["!?", ""],
  ])("%s is %s", (name, plain) => expect(plainName(name)).toBe(plain));

  it.each(["AUX", "con", "Prn", "nul", "COM1", "lpt9"])("%s is no name of a device", (name) => {
    expect(plainName(name)).toBe(`${name.toLowerCase()}-name`);
  });

  it("never ends in the middle of nothing", () => {
    expect(plainName(`${"a".repeat(59)} b`)).toBe("a".repeat(59));
  });

  it("is never empty where something can be read, and the same every time", () => {
    const unheardOf = "\u{1E900}\u{1E901}";
    expect(plainName(unheardOf)).toMatch(/^[a-z0-9-]+$/);
    expect(plainName(unheardOf)).toBe(plainName(unheardOf));
  });
});

describe("a download's name", () => {
  it("comes in plain letters and in its own", () => {
    const name = reportFileName("bericht", "Běła Woda (Weißwasser)", "2026-11-25", "pdf");
    expect(name).toBe("ki-pegel-bericht-běła-woda-weißwasser-2026-11-25.pdf");
    const header = attachment(name);
    expect(header).toMatch(/^attachment; filename="ki-pegel-bericht-bela-woda-weisswasser-2026-11-25\.pdf"; filename\*=UTF-8''[\w%.-]+$/);
    expect(decodeURIComponent(header.split("''")[1] ?? "")).toBe(name);
  });

  it("cannot break out of its header", () => {
    expect(attachment("a\"\r\nb;(\ud800)'*.pdf")).toBe("attachment; filename=\"a-b.pdf\"; filename*=UTF-8''a%22%0D%0Ab%3B%28%29%27%2A.pdf");
  });
});
