import type { de } from "../de";
import { api } from "./api";
import * as assessment from "./assessment";
import * as common from "./common";
import { form } from "./form";
import * as planning from "./planning";
import * as publicPages from "./public";
import { report } from "./report";

export const en: typeof de = { ...common, ...assessment, ...planning, ...publicPages, api, form, report };
