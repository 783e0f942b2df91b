import type { Brand } from "../../core/brand/brand";
import { branded, themeOf } from "../brand";
import { withSoundBrand } from "../sound-logo";
import type { MembersInput } from "./members-input";
import type { MembersDocumentKind } from "./members-document-kinds";
import { membersReport } from "./members-report";

/** Makes the file, and loads what lays out its kind when it is first wanted. It holds its thread: call it where nobody waits for that. */
export async function makeMembersDocument(input: MembersInput, kind: MembersDocumentKind, given: Brand | undefined): Promise<Uint8Array> {
  const brand = await withSoundBrand(given);
  const [document, theme] = [branded(membersReport(input), brand, undefined, input.locale), themeOf(brand)];
  if (kind === "docx") return (await import("../docx/render-docx")).renderDocx(document, theme, brand?.template);
  if (kind === "odt") return (await import("../odt/render-odt")).renderOdt(document, theme);
  return (await import("../pdf/render-pdf")).renderPdf(document, { standard: "ua-1", theme });
}
