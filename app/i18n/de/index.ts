import { accounts } from "./accounts";
import { api } from "./api";
import * as assessment from "./assessment";
import { audit } from "./audit";
import { changes } from "./changes";
import { checking } from "./checking";
import * as common from "./common";
import { document } from "./document";
import { evidence } from "./evidence";
import { form } from "./form";
import { keeping } from "./keeping";
import { mails } from "./mails";
import { mappe } from "./mappe";
import { membersReport } from "./members-report";
import { openData } from "./open-data";
import { papers } from "./papers";
import * as planning from "./planning";
import * as publicPages from "./public";
import { reminders } from "./reminders";
import { report } from "./report";
import { result } from "./result";
import { ring } from "./ring";
import { rounds } from "./rounds";
import { saving } from "./saving";
import { screen } from "./screen";
import * as sharing from "./sharing";
import { tables } from "./tables";
import { team } from "./team";
import { webhooks } from "./webhooks";
import { workshop } from "./workshop";

export const de = {
  ...common,
  ...assessment,
  ...planning,
  ...publicPages,
  ...sharing,
  accounts,
  api,
  audit,
  changes,
  checking,
  document,
  evidence,
  form,
  keeping,
  mails,
  mappe,
  membersReport,
  openData,
  papers,
  reminders,
  report,
  result,
  ring,
  rounds,
  saving,
  screen,
  tables,
  team,
  webhooks,
  workshop,
};
