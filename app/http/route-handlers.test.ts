import type { ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";
import { handlerByRoute, routeFinder, routeMatcher } from "./route-handlers";

const paths: Record<string, string | undefined> = {
  home: undefined,
  english: "en",
  overview: "assessments/:id",
  profile: "assessments/:id/profile",
  dimension: "assessments/:id/:dimension",
  calendar: "assessments/:id/roadmap.ics",
  examples: "dev/examples/:group?",
  rest: "*",
  "english-rest": "en/*",
};
const routes = Object.fromEntries(
  Object.entries(paths).map(([id, path]) => [
    id,
    { id, parentId: "root", path, index: id === "home" || id === "english" ? true : undefined },
  ]),
);
const build = { routes: { root: { id: "root" }, ...routes }, assets: { routes: { root: {}, ...routes } } } as unknown as ServerBuild;
const handler = handlerByRoute(build, ({ routes: some, assets }) => {
  expect(Object.keys(assets.routes)).toEqual(Object.keys(some));
  return Object.keys(some).filter((id) => id !== "root").join(" "); // prettier-ignore
});

it.each([
  ["/", "home"],
  ["/en", "english"],
  ["/en/", "english"],
  ["/assessments/x", "overview"],
  ["/assessments/x/", "overview"],
  ["/assessments/x/profile", "profile"],
  ["/Assessments/x/PROFILE", "profile"],
  ["/assessments/x/strategy", "dimension"],
  ["/assessments/x/roadmap.ics", "calendar"],
  ["/assessments/x/roadmapXics", "dimension"],
  ["/assessments/x/y/z", "rest"],
  ["/dev/examples", "examples"],
  ["/dev/examples/charts", "examples"],
  ["/nothing", "rest"],
  ["/en/nothing/here", "english-rest"],
])("%s leads to %s alone", (path, id) => {
  expect(handler(path)).toBe(id);
  expect(handler(path), "and again to the same").toBe(handler(path));
});

it.each([
  ["/assessments/x/profile", "profile"],
  ["/assessments/x/%70rofile", "profile"],
  ["/Assessments/x/PROFILE/", "profile"],
  ["/assessments/x%2Fprofile", "overview"],
  ["/assessments/x/roadmap%2eics", "calendar"],
  ["/en/nothing", "english-rest"],
  ["/assessments/%", null],
])("%s is told to be %s, however it is written", (path, id) => {
  expect(routeFinder(build)(path)).toBe(id);
});

it.each(["/assessments/x/%70rofile", "//assessments/x", "/assessments//profile"])("%s is left to Remix with all routes", (path) => {
  expect(handler(path)).toBe(Object.keys(paths).join(" "));
});

it.each([
  ["/assessments/x/strategy", { id: "x", dimension: "strategy" }],
  ["/assessments/x/profile/", { id: "x" }],
  ["/dev/examples", {}],
  ["/dev/examples/charts", { group: "charts" }],
])("%s says what stands there for its parameters", (path, params) => {
  expect(routeMatcher(build)(path)?.params).toEqual(params);
});

it.each(["/assessments/x%2Fy", "//assessments/x"])("of %s that is not plain to see", (path) => {
  expect(routeMatcher(build)(path)).toBeNull();
});
