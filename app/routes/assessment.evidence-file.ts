import { evidenceMediaTypes, sha256Schema } from "../core/assessment/evidence-file";
import { attachment } from "../documents/file-name";
import { fileRoute } from "../http/file-route";
import { readable, refusal } from "../http/request";

/** A file that proves an answer, to be kept and never to be shown here: nothing in it may do anything in this origin. */
export const loader = fileRoute(async (args) => {
  const assessment = await readable(args);
  const sha256 = sha256Schema.safeParse(args.params.file).data;
  const found = sha256 === undefined ? null : await assessment.evidenceFile(sha256);
  if (!found) throw refusal("not-found");
  const { file, bytes } = found;
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": evidenceMediaTypes[file.type],
      "Content-Length": String(bytes.length),
      "Content-Disposition": attachment(file.name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
    },
  });
});
