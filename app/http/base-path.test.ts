import { describe, expect, it } from "vitest";
import { basePathOf, checkBasePath, pageBelow, withoutBasePath } from "./base-path";

it.each([
  [undefined, ""],
  ["https://ki.example.org", ""],
  ["https://ki.example.org/", ""],
  ["https://example.org/ki-pegel", "/ki-pegel"],
  ["https://example.org/a/b/", "/a/b"],
])("%s has the path %j", (url, path) => {
  expect(basePathOf(url)).toBe(path);
});

it.each([
  ["/ki/start?a=/ki/", "/start?a=/ki/"],
  ["/ki", "/"],
  ["/ki?a", "/?a"],
  ["/ki/", "/"],
  ["/kind/start", "/kind/start"],
  ["/start", "/start"],
  ["/en/ki/start", "/en/ki/start"],
])("a request for %s asks for %s", (address, expected) => {
  expect(withoutBasePath(address, "/ki")).toBe(expected);
});

describe("a page", () => {
  it("leads below the path in every attribute that is an address of the application", () => {
    const page = `<a href="/">x</a><a class="a" href="/en/start?a=1#b">x</a><form action="/load" method="post"><button formAction="/x"></button></form><script src="/assets/a.js"></script>`;
    expect(pageBelow(page, "/ki")).toBe(
      `<a href="/ki/">x</a><a class="a" href="/ki/en/start?a=1#b">x</a><form action="/ki/load" method="post"><button formAction="/ki/x"></button></form><script src="/ki/assets/a.js"></script>`,
    );
  });

  it("leaves everything else as it is", () => {
    const page = `<a href="#x">/start</a><a href="https://example.org/">x</a><a href="//example.org">x</a><p title="/x" data-props="{&quot;href&quot;:&quot;/x&quot;}"> href=&quot;/x&quot;</p>`;
    expect(pageBelow(page, "/ki")).toBe(page);
    expect(pageBelow(`<a href="/x">`, "")).toBe(`<a href="/x">`);
  });
});

it("a path that begins like an address of the application is refused", () => {
  expect(() => checkBasePath("/en/ki", ["en", "api"])).toThrow('begins with "en"');
  expect(() => checkBasePath("/ki/en", ["en", "api"])).not.toThrow();
  expect(() => checkBasePath("", ["en", "api"])).not.toThrow();
});
