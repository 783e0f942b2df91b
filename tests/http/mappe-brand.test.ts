import { beforeEach, expect, it } from "vitest";
import { brandSchema } from "../../app/core/brand/brand";
import { sharedApp } from "../support/shared-app";
import { unzip } from "../support/unzip";
import { invite, makeMany, makeMappe, openLink } from "./mappe-visitor";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const usual = { typeface: "fira-sans", voice: "consultant" };

let owner: Visitor;
let client: Visitor;
let mappe: string;
let id: string;
beforeEach(async () => {
  [owner, client] = [newVisitor(app.url), newVisitor(app.url)];
  mappe = await makeMappe(owner, "Kunden Nord");
  id = await openLink(client, (await makeMany(owner, mappe, ["Ahlen"])).get("Ahlen") ?? "");
});

async function setBrand(visitor: Visitor, fields: Record<string, string | Blob>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...usual, ...fields })) form.set(name, value);
  return visitor.submit(`/mappen/${mappe}/brand`, form);
}
const creatorOf = async (visitor: Visitor, path: string) => {
  const response = await visitor.get(path);
  const parts = response.status === 200 ? unzip(new Uint8Array(await response.arrayBuffer())) : null;
  return parts ? /<dc:creator>([^<]*)</.exec([...parts.values()].join(""))?.[1] : response.status;
};

it("a brand set once by an editor reaches what is made from the Mappe, and the assessment keeps its own elsewhere", async () => {
  const editor = newVisitor(app.url);
  await editor.get(await invite(owner, mappe, "editor"));
  const answer = await setBrand(editor, {
    name: "Beratung Nord",
    contact: "nord@example.org",
    logo: new Blob([Buffer.from(png, "base64")]),
  });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/mappen/${mappe}/documents`]);
  await app.services.stores.brands.save(id, [{ field: "name", seen: null, next: "Stadt Ahlen" }], new Date());

  const workbook = `/assessments/${id}/document?kind=xlsx`;
  expect(await creatorOf(client, workbook)).toBe("Stadt Ahlen");
  expect(await creatorOf(owner, workbook)).toBe("Stadt Ahlen");
  expect(await creatorOf(owner, `${workbook}&mappe=${mappe}`)).toBe("Beratung Nord");
  // The page offers the look of the Mappe to those who come through it, and says which goes first.
  expect(await owner.text(`/assessments/${id}/report/documents`)).toContain(`<option value="${mappe}" selected="">der Mappe „Kunden Nord“`);
  expect(await client.text(`/assessments/${id}/report/documents`)).not.toContain(mappe);
  expect(await client.text(`/assessments/${id}/brand`)).toContain("trägt das Aussehen der Mappe");
  // Nobody borrows the look of a Mappe through which they do not come.
  expect(await creatorOf(client, `${workbook}&mappe=${mappe}`)).toBe(404);

  expect(await owner.text(`/mappen/${mappe}/links`)).toMatch(
    /<img src="data:image\/png;base64,[^"]+"[^>]*>.*Beratung Nord · nord@example\.org/s,
  );
  expect(await owner.text(`/mappen/${mappe}/documents`)).toContain("Die Unterlagen tragen das Aussehen dieser Mappe (Beratung Nord).");
});

it("a viewer sets no brand, what is wrong is told at its field, and removing it takes it from everything", async () => {
  const viewer = newVisitor(app.url);
  await viewer.get(await invite(owner, mappe, "viewer"));
  expect([(await viewer.get(`/mappen/${mappe}/brand`)).status, (await viewer.post(`/mappen/${mappe}/save/brand`, usual)).status]).toEqual([
    403, 403,
  ]);
  const wrong = await setBrand(owner, { name: "Beratung Nord", colour: "#ffcc00" });
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringMatching(/id="colour.error"[^>]*>[^<]*Ihr Kontrast ist 1,\d/)]);
  const kept = () => app.services.stores.mappeBrands.find(mappe);
  expect(await kept()).toMatchObject({ name: "Beratung Nord", colour: null });
  // As the page saves it while somebody types, without the button.
  const [, seen = ""] = /name="footer\.seen" value="([^"]*)"/.exec(await owner.text(`/mappen/${mappe}/brand`)) ?? [];
  const saved = await owner.post(`/mappen/${mappe}/save/brand`, { footer: "Fuß", "footer.seen": seen });
  expect([saved.status, await kept()]).toEqual([200, { ...brandSchema.parse({ name: "Beratung Nord", footer: "Fuß" }) }]);
  await owner.post(`/mappen/${mappe}/brand`, { intent: "remove" });
  expect(await kept()).toBeNull();
});

it("a saved file brings in no file that a form would refuse", async () => {
  const file = JSON.parse(await client.text(`/assessments/${id}/ki-pegel.json`)) as Record<string, unknown>;
  const carrying = (logo: string) => JSON.stringify({ ...file, brand: { name: "Kreis", logo: { type: "png", base64: logo } } });
  const refused = await newVisitor(app.url).load(carrying(Buffer.from("no picture").toString("base64")));
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringMatching(/<code>brand\.logo<\/code>: (<!-- -->)?Das ist kein Bild/),
  ]);
  const visitor = newVisitor(app.url);
  const loaded = /assessments\/([^/?]+)/.exec((await visitor.load(carrying(png))).headers.get("location") ?? "")?.[1] ?? "";
  // Decoded and written anew.
  const { logo } = (await app.services.stores.brands.find(loaded)) ?? {};
  expect([logo?.type, logo?.base64 === png]).toEqual(["png", false]);
});
