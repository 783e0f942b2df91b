import { expect, it } from "vitest";
import { nextFrom } from "./account-page";

it.each(["/account", "/en/mappen/abc-DEF_1", "/"])("%s is an address of ours", (said) => expect(nextFrom(said, "/account")).toBe(said));

it.each([
  "",
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "/a?b=c",
  "/a\r\nSet-Cookie: x",
  "javascript:alert(1)",
  "/%2f/evil",
])("%j leads nowhere else", (said) => expect(nextFrom(said, "/account")).toBe("/account"));
