import { readContent } from "../../app/content/read-content";

/** What authors have written, read once for all tests of a process, which takes a second. Read it only. */
export const content = readContent(process.cwd());
