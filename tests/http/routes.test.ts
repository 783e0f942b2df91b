import { beforeAll, expect, it } from "vitest";
import routes from "../../app/routes";
import { rawStatus } from "./raw-request";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();

/** Values for the parts of an address that vary: such as there are, and such as there are not. */
const parts: Record<string, string[]> = {
  ":mappe": ["A".repeat(22), "__proto__"],
  ":dataset": ["0".repeat(24), "__proto__"],
  ":batch": ["A".repeat(22), "__proto__"],
  ":assessment": ["A".repeat(22), "__proto__"],
  ":item": ["strategy-goals", "unknown", "__proto__"],
  ":file": ["0".repeat(64), "x", "..%2f..%2fki-pegel.sqlite"],
  ":key": ["A".repeat(43), "x"],
  ":person": ["A".repeat(22), "__proto__"],
  ":code": ["bcdf-ghjk", "x", "__proto__"],
  ":workshop": ["A".repeat(22), "__proto__"],
  ":participant": ["A".repeat(22), "__proto__"],
  ":dimension": ["strategy", "unknown", "__proto__", "%00"],
  ":region": ["bochum-ruhr", "unknown", "constructor", "__proto__"],
  ":initiative": ["unknown", "constructor", "%E2%82%AC"],
  ":track": ["sme", "unknown", "toString"],
  ":form": ["answers", "profile", "plan", "author-text", "unknown", "constructor"],
  ":group?": ["", "charts", "__proto__"],
  "*": ["unknown", "a/b/c", "wp-login.php", "%2e%2e%2fetc", "x".repeat(3000), "%F0%9F%98%80", "a.data", "assessments"],
};
/** Every address that `app/routes.ts` knows, `:id` left open. */
const addresses = routes.flatMap(({ path = "" }) => expand(`/${path}`));
function expand(path: string): string[] {
  const varying = Object.keys(parts).find((part) => path.includes(part));
  return varying ? (parts[varying] ?? []).flatMap((value) => expand(path.replace(varying, value))) : [path];
}
const ofAssessments = addresses.filter((address) => address.includes(":id"));
const ids = ["unknown", "A".repeat(22), "__proto__", "%00'%20OR%201=1"];

type Garbage = [type: string, body: string];
const garbage: [Garbage, ...Garbage[]] = [
  ["application/x-www-form-urlencoded", "a=b&__proto__=1&%=%&=&intent=%00&clear=%E2%82%AC%0A&file=x&track=sme&track=municipality"],
  ["application/x-www-form-urlencoded", ""],
  ["application/x-www-form-urlencoded", "%FF%FE%00".repeat(1000)],
  ["application/json", '{"__proto__":{"a":1}}'],
  ["application/json", "{"],
  ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\n1\r\n--x--\r\n'],
  ["multipart/form-data; boundary=x", "--x\r\nbroken"],
  ["multipart/form-data", "no boundary"],
  ["text/plain", "text"],
  ["", "bytes"],
];
const unsafe = ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"];

let editor: Visitor;
beforeAll(async () => {
  editor = newVisitor(app.url);
  await editor.begin();
});

async function statusOf(visitor: Visitor, path: string, init: RequestInit = {}): Promise<number> {
  const response = await visitor.send(path, init);
  await response.arrayBuffer();
  return response.status;
}
const send = (visitor: Visitor, method: string, path: string, [type, body]: Garbage) =>
  statusOf(visitor, path, { method, headers: type ? { "Content-Type": type } : {}, body: new Blob([body]) });

it("knows every address", () => {
  expect(addresses.length).toBeGreaterThan(60);
  expect(addresses.filter((address) => /:(?!id\b)/.test(address))).toEqual([]);
});

/** In both languages the same code answers: more than the plain address, and by others than strangers, is tried in German only. */
const isGerman = (address: string) => !address.startsWith("/en");
/** Every route once, with the first value of each part. What a value does is seen where it is read; bodies are tried here. */
const ofRoutes = new Set(routes.map(({ path = "" }) => expand(`/${path}`)[0]));
const bodiesAt = (address: string) => (ofRoutes.has(address) ? garbage : garbage.slice(0, 1));
const methodsAt = (address: string) => (ofRoutes.has(address) ? unsafe : []);
/** Whoever may not write is refused whatever is sent: one body of each type tells whether it is read before that. */
const bodiesOfOthersAt = (address: string) =>
  bodiesAt(address).filter(([type], index, all) => all.findIndex(([one]) => one === type) === index);

it.each(addresses)("whatever a stranger asks of %s, the server has an answer", async (address) => {
  const stranger = newVisitor(app.url);
  const forAssessment = address.includes(":id");
  const paths = forAssessment ? ids.map((id) => address.replace(":id", id)) : [address];
  for (const path of isGerman(address) ? paths : paths.slice(0, 1)) {
    const plain = await statusOf(stranger, path);
    expect(plain, path).toBeLessThan(500);
    if (forAssessment) expect(plain, path).toBe(404);
    const variants =
      isGerman(address) && path === paths[0] ? ["/", ".data", "?region=%00&track=__proto__", "?_data=x&_routes=x&index"] : [];
    for (const asked of variants.map((more) => path + more)) {
      const status = await statusOf(stranger, asked);
      expect(status, asked).toBeLessThan(500);
      if (forAssessment) expect(status, asked).toBeGreaterThanOrEqual(400);
    }
    if (variants.length > 0) expect(await statusOf(stranger, path, { method: "HEAD" }), path).toBe(plain);
  }
  for (const path of isGerman(address) ? paths.slice(0, 1) : []) {
    for (const body of bodiesOfOthersAt(address)) {
      const status = await send(stranger, "POST", path, body);
      expect(status, body.join(" ")).toBeLessThan(500);
      if (forAssessment) expect([404, 405], body.join(" ")).toContain(status);
    }
    for (const method of methodsAt(address)) expect(await send(stranger, method, path, garbage[0]), method).toBeLessThan(500);
  }
});

it.each(ofAssessments.filter(isGerman))("whatever an owner sends to %s, the server has an answer", async (address) => {
  const owner = newVisitor(app.url);
  let path = address.replace(":id", await owner.begin());
  for (const more of ["", "/", ".data", "?region=%00&track=__proto__"]) expect(await statusOf(owner, path + more), more).toBeLessThan(500);
  for (const [method, body] of [
    ...bodiesAt(address).map((body) => ["POST", body] as const),
    ...methodsAt(address).map((method) => [method, garbage[0]] as const),
  ]) {
    expect(await send(owner, method, path, body), `${method} ${body.join(" ")}`).toBeLessThan(500);
    if (address.endsWith("/delete")) path = address.replace(":id", await owner.begin());
  }
});

it.each(["/%E0%A4%A", "/open/%", "/%C0%AE%C0%AE/", "/assets/%", "/%"])(
  "%s cannot be decoded, and is refused without a look inside",
  async (path) => {
    const response = await editor.get(path);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(await response.text()).toBe("The request cannot be read.\n");
  },
);

it.each([
  "//",
  "///evil.example/..",
  "/\\evil.example",
  "/?%",
  "/#",
  "/;/",
  "/.",
  "/..",
  "/__manifest",
  "/__manifest?version=x&p=/",
  "/_root.data",
  "/.data",
  "*",
])("the odd address %s is answered", async (path) => {
  expect(await rawStatus(app.url, `GET ${path} HTTP/1.1`, { Host: "localhost" })).toBeLessThan(500);
});

it("other methods are refused", async () => {
  for (const method of ["TRACE", "OPTIONS", "PROPFIND", "BREW"]) {
    const status = await rawStatus(app.url, `${method} /start HTTP/1.1`, { Host: "localhost" });
    expect(status, method).toBeGreaterThanOrEqual(400);
    expect(status, method).toBeLessThan(500);
  }
});
