import type { Messages } from "../i18n";

export type RefusalWords = { title: string; text: string };

/**
 * Why something cannot be shown, in the reader's words.
 * @param code of the refusal, as `refusal` has put it into the response; null where something broke.
 * @param status of the response.
 */
export function refusalWords(
  { errors, keeping, mappe }: Pick<Messages, "errors" | "keeping" | "mappe">,
  code: string | null,
  status: number,
): RefusalWords {
  if (code === "no-access") return { title: errors.noAccessTitle, text: errors.noAccess };
  if (code === "no-part") return { title: errors.noPartTitle, text: errors.noPart };
  if (code === "no-workshop") return { title: errors.noWorkshopTitle, text: errors.noWorkshop };
  if (code === "read-only") return { title: errors.readOnlyTitle, text: errors.readOnly };
  if (code === "no-mappe") return mappe.refusals.none;
  if (code === "mappe-role") return mappe.refusals.role;
  if (code === "bad-request") return { title: errors.badRequestTitle, text: errors.badRequest };
  if (code === "no-cookies") return keeping.noCookies;
  if (code === "too-many") return { title: errors.tooManyTitle, text: errors.tooMany };
  if (code === "busy") return { title: errors.busyTitle, text: errors.busy };
  if (code === "no-storage") return { title: errors.noStorageTitle, text: errors.noStorage };
  return status < 500 ? { title: errors.notFoundTitle, text: errors.notFound } : { title: errors.brokenTitle, text: errors.broken };
}
