import type { AppLoadContext } from "@remix-run/node";
import { progressOf, totalOf } from "../../core/assessment/progress";
import { modelOf } from "../../core/content";
import { dayOf } from "../../core/day";
import type { Locale } from "../../i18n/index";
import { organisationName } from "../../views/organisation-name";
import { answeredOf, partStateText } from "../../views/team";
import type { StoredPart } from "../../../db/people-parts";

type Context = Pick<AppLoadContext, "content" | "environment" | "visitor" | "today">;

/** How many a page shows unless asked for all. */
const shown = 20;

/** What this browser opens: assessments with how far each is, and parts of those of others; null where there is nothing. */
export async function deviceList(search: URLSearchParams, locale: Locale, { content, environment, visitor, today }: Context) {
  const [all, parts] = await Promise.all([visitor.list(), visitor.parts()]);
  if (all.length + parts.length === 0) return null;
  const lines = search.has("all") ? all : all.slice(0, shown);
  const answers = await visitor.answersOf(lines);
  const { messages, date, href } = locale;
  return {
    count: all.length,
    parts: parts.map((part) => partLine(part, today, locale)),
    lines: lines.map((line) => {
      const { answered, asked } = totalOf(progressOf(modelOf(content, line), { ...line, answers: answers.get(line.id) ?? {} }));
      const mayEdit = line.may === "edit";
      return {
        id: line.id,
        name: organisationName(line, locale),
        state: [
          messages.form.progress(answered, asked),
          ...(mayEdit ? [] : [line.may === "check" ? messages.checking.device : messages.keeping.device.readOnly]),
        ].join(", "),
        changed: date(dayOf(new Date(line.updatedAt), environment.TIME_ZONE)),
        href: href(`/assessments/${line.id}${{ edit: "", check: "/checking", read: "/report" }[line.may]}`),
      };
    }),
  };
}

/** A part with what is open and until when. */
const partLine = ({ person, ...of }: StoredPart, today: string, locale: Locale) => ({
  id: person.id,
  name: organisationName(of, locale),
  answered: locale.messages.team.answered(answeredOf(person), person.items.length),
  state: partStateText(person, today, locale),
  href: locale.href(`/parts/${person.id}`),
});
