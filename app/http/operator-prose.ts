import type { LoaderFunctionArgs } from "@remix-run/node";
import { fillProse, type Prose, type ProseName } from "../content/read-pages";
import { localeFor } from "./request";

/** A legal page with the operator's details from the environment. */
export function operatorProse(name: ProseName, { request, context }: Pick<LoaderFunctionArgs, "request" | "context">): Prose {
  const { language, messages } = localeFor(request);
  const { environment } = context;
  const values = {
    operatorName: environment.OPERATOR_NAME,
    operatorAddress: environment.OPERATOR_ADDRESS,
    operatorEmail: environment.OPERATOR_EMAIL,
    operatorPhone: environment.OPERATOR_PHONE,
    operatorRepresentative: environment.OPERATOR_REPRESENTATIVE,
    privacyContact: environment.PRIVACY_CONTACT ?? environment.OPERATOR_EMAIL,
    accessibilityContact: environment.ACCESSIBILITY_CONTACT ?? environment.OPERATOR_EMAIL,
    enforcementBody: environment.ENFORCEMENT_BODY,
    retentionMonths: String(environment.RETENTION_MONTHS),
    batchHours: String(environment.BATCH_HOURS),
    peopleMonths: String(environment.PEOPLE_RETENTION_MONTHS),
    graceDays: String(environment.RETENTION_GRACE_DAYS),
    statementDate: localeFor(request).date(accessibilityStatementDate),
  };
  const hasAccounts = environment.ACCOUNTS !== "off";
  const prose = context.pages[language][name];
  const sections = prose.sections.filter(({ onlyWith }) => onlyWith === undefined || hasAccounts);
  const { privacy } = messages.accounts;
  const aboutAccounts = {
    otherCookies: hasAccounts ? privacy.moreCookies : privacy.noMoreCookies,
    accountMonths: String(environment.ACCOUNT_RETENTION_MONTHS),
    sessionDays: String(environment.ACCOUNT_SESSION_DAYS),
    idleHours: String(environment.ACCOUNT_IDLE_HOURS),
  };
  return fillProse({ ...prose, sections }, { ...values, ...aboutAccounts }, messages.operator.missing);
}

/** When the accessibility statement was last compared with the application. */
const accessibilityStatementDate = "2026-11-21";
