import type { Stores } from "../../../db/index";
import type { Content } from "../../core/content";
import type { OpenJobs } from "../../jobs/open-jobs";
import type { Admission } from "../admission/admission";
import type { Environment } from "../environment";
import type { Log } from "../log";

/** What work on batches takes of what outlives a request. */
export type BatchServices = Pick<OpenJobs, "reports" | "documents"> & {
  environment: Environment;
  content: Content;
  stores: Stores;
  admission: Pick<Admission, "door">;
  log: Log;
};
