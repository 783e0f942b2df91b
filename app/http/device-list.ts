import type { AppLoadContext } from "@remix-run/node";
import { progressOf, totalOf } from "../core/assessment/progress";
import { modelOf } from "../core/content";
import { dayOf } from "../core/day";
import type { Locale } from "../i18n/index";
import type { DeviceLine } from "./access";

type Context = Pick<AppLoadContext, "content" | "environment" | "visitor">;

/** How many a page shows unless asked for all. */
const shown = 20;

/** As people call an assessment. */
export const lineName = ({ organisation, track }: DeviceLine, { messages }: Locale): string =>
  organisation.name ?? messages.keeping.device.unnamed(messages.names.tracks[track]);

/** The assessments that this browser opens, with how far each is; null where there are none. */
export async function deviceList(search: URLSearchParams, locale: Locale, { content, environment, visitor }: Context) {
  const all = await visitor.list();
  if (all.length === 0) return null;
  const lines = search.has("all") ? all : all.slice(0, shown);
  const answers = await visitor.answersOf(lines);
  const { messages, date, href } = locale;
  return {
    count: all.length,
    lines: lines.map((line) => {
      const { answered, asked } = totalOf(progressOf(modelOf(content, line), { ...line, answers: answers.get(line.id) ?? {} }));
      const mayEdit = line.may === "edit";
      return {
        id: line.id,
        name: lineName(line, locale),
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
