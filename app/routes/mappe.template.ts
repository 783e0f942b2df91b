import { trackSchema } from "../core/vocabulary";
import { attachment } from "../documents/file-name";
import { fileRoute } from "../http/file-route";
import { editableMappe, localeFor, refusal } from "../http/request";

/** The empty table of many organisations, to fill in and bring along as a file. */
export const loader = fileRoute(async (args) => {
  await editableMappe(args);
  const { data: track } = trackSchema.safeParse(args.params.track);
  if (!track) throw refusal("not-found");
  const { language, messages } = localeFor(args.request);
  return new Response(Uint8Array.from(await args.context.clientTables.template(track, language)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": attachment(`ki-pegel-${messages.mappe.add.templateFile}-${track}.xlsx`),
      "Cache-Control": "no-store",
    },
  });
});
