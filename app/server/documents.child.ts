import { makeDocument, type DocumentRequest } from "../documents/make-document";
import type { Library } from "../documents/material";
import type { Answer } from "./child-pool";

// Without its parent there is nobody left to ask.
process.once("disconnect", () => process.exit());

// The first message is what all documents share; every other one asks for a document.
process.once("message", (library: Library) => {
  process.on("message", (request: DocumentRequest) => void answer(request, library));
});

async function answer(request: DocumentRequest, library: Library): Promise<void> {
  let made: Answer<Uint8Array>;
  try {
    made = { result: await makeDocument(request, library) };
  } catch (error) {
    made = { error: (error as Error).stack ?? String(error) };
  }
  process.send?.(made);
}
