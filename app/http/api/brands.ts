import { z } from "zod";
import type { FieldChange, FieldConflict } from "../../core/assessment/merge-fields";
import { brandChangeSchema, brandLimits, brandSchema, noBrand, type Brand } from "../../core/brand/brand";
import { brandFields } from "../../core/brand/brand-fields";
import { changesBetween, checkConflicts } from "./assessment-parts";
import { editableOf, etagHeader, ifMatchHeader, ownOrShared } from "./assessments";
import { allowsMatch, etagOf } from "./etag";
import { mappePath, openedMappe } from "./mappen";
import { keyedOperation, type ApiContext } from "./operation";
import { ApiProblem, type ProblemCode } from "./problem";
import { readAs } from "./read-as";

export const changedBrandSchema = brandChangeSchema.describe(
  "What is to be changed of how the documents look; null takes a field back. Pictures and templates are in Base64.",
);
export const brandFileSchema = brandSchema
  .omit({ template: true })
  .extend({ template: z.boolean().describe("Whether there is a template for Word files.") })
  .describe("How the documents look and who they come from.");

const reading = { success: { status: 200, json: brandFileSchema, headers: etagHeader } } as const;
const problems: ProblemCode[] = ["changed-meanwhile", "busy"];
const changing = { headers: { "if-match": ifMatchHeader }, body: changedBrandSchema, ...reading, problems } as const;

export const brandOperations = [
  keyedOperation(
    "assessments:read",
    {
      ...{ id: "readBrand", subject: "assessments", method: "get", path: "/assessments/{id}/brand" },
      pathParameters: { id: ownOrShared },
      ...reading,
    },
    async ({ path }, _context, visitor) => {
      const assessment = await visitor.read(path.id);
      if (!assessment) throw new ApiProblem("not-found");
      return toAnswer(await assessment.brand());
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      ...{ id: "changeBrand", subject: "assessments", method: "patch", path: "/assessments/{id}/brand" },
      pathParameters: { id: ownOrShared },
      ...changing,
    },
    async ({ path, headers, body }, context, visitor) => {
      const { brand, saveBrand } = await editableOf(visitor, path.id);
      return changed({ brand, saveBrand }, headers["if-match"], readAs(changedBrandSchema, body), context);
    },
  ),

  keyedOperation(
    "mappen:read",
    { ...{ id: "readMappeBrand", subject: "mappen", method: "get", path: "/mappen/{id}/brand" }, pathParameters: mappePath, ...reading },
    async ({ path }, _context, visitor) => toAnswer(await (await openedMappe(visitor, path.id)).brand()),
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "changeMappeBrand", subject: "mappen", method: "patch", path: "/mappen/{id}/brand" },
      pathParameters: mappePath,
      ...changing,
    },
    async ({ path, headers, body }, context, visitor) => {
      const { brand, edit } = await openedMappe(visitor, path.id);
      return changed({ brand, saveBrand: edit.saveBrand }, headers["if-match"], readAs(changedBrandSchema, body), context);
    },
  ),
];

/** Where a brand is kept. */
type Kept = { brand: () => Promise<Brand | null>; saveBrand: (changes: FieldChange[]) => Promise<FieldConflict[] | null> };

/** @param ifMatch the version that the program has seen, where it says so. @throws Problem */
async function changed(
  { brand, saveBrand }: Kept,
  ifMatch: string | undefined,
  sent: z.output<typeof changedBrandSchema>,
  context: ApiContext,
) {
  const change = await withReadFiles(sent, context);
  const stored = await brand();
  if (ifMatch !== undefined && !allowsMatch(ifMatch, etagOf(stored))) throw new ApiProblem("changed-meanwhile");
  const next = { ...(stored ?? noBrand), ...change };
  checkConflicts(await saveBrand(changesBetween(brandFields(stored), brandFields(next), ifMatch !== undefined)));
  return toAnswer(await brand());
}

/** Its tag is of the whole brand, the template included, which is told only as being there. */
function toAnswer(brand: Brand | null) {
  const { template, ...told } = brand ?? noBrand;
  return { json: { ...told, template: template !== null }, headers: { ETag: etagOf(brand) } };
}

/** Files of a brand as they are to be stored, found sound. @throws Problem where they are not. */
async function withReadFiles(
  change: z.output<typeof changedBrandSchema>,
  { pictures, templates }: Pick<ApiContext, "pictures" | "templates">,
): Promise<Partial<Brand>> {
  const next: Partial<Brand> = { ...(change as Partial<Brand>) };
  const bytesOf = ({ base64 }: { base64: string }) => new Uint8Array(Buffer.from(base64, "base64"));
  const refuse = (path: string) => new ApiProblem("invalid-input", [{ path, code: "unknown-value" }]);
  if (change.logo) {
    const bytes = bytesOf(change.logo);
    const picture = bytes.length > brandLimits.logoBytes ? { fault: "too-large" } : await pictures.read(bytes);
    if ("fault" in picture) throw refuse("logo");
    next.logo = { type: picture.type, base64: Buffer.from(picture.data).toString("base64") };
  }
  if (change.template) {
    const bytes = bytesOf(change.template);
    const template = bytes.length > brandLimits.templateBytes ? { fault: "too-large" } : await templates.read(bytes);
    if ("fault" in template) throw refuse("template");
    next.template = template;
  }
  return next;
}
