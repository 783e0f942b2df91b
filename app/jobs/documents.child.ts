import { makeDocument, type DocumentRequest } from "../documents/make-document";
import type { Library } from "../documents/material";
import { serveJobs } from "./serve-jobs";

serveJobs<Library, DocumentRequest, Uint8Array>(makeDocument);
