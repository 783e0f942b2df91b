import type { Logo } from "../core/assessment/author-text";
import type { Brand } from "../core/brand/brand";
import type { ReportData } from "./material";

/** A logo that was stored before pictures were looked at, or comes from another installation, must not cost the whole report. */
export async function withSoundLogo(data: ReportData): Promise<ReportData> {
  const { authorText } = data.added;
  if (!authorText?.logo || (await isSound(authorText.logo))) return data;
  return { ...data, added: { ...data.added, authorText: { ...authorText, logo: null } } };
}

/** The same of a brand. */
export async function withSoundBrand(brand: Brand | undefined): Promise<Brand | undefined> {
  return !brand?.logo || (await isSound(brand.logo)) ? brand : { ...brand, logo: null };
}

async function isSound({ type, base64 }: Logo): Promise<boolean> {
  const { isSoundPicture } = await import("../intake/read-picture");
  return isSoundPicture({ type, data: Buffer.from(base64, "base64") });
}
