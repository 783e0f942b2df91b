import { bullets, heading, hint, lead, paragraph, table } from "../blocks";
import type { Block, Runs } from "../document";
import type { DocumentInput } from "../material";

/** What is open for this organisation, what it could pay for in the plan, and who advises for free. */
export function moneyChapter({ view, locale, linked }: DocumentInput): Block[] {
  const { funding: words } = locale.messages.result;
  const { money } = view;
  const contact = ({ name, offers, phone, url, remark }: (typeof money.contacts)[number]): Runs => [
    linked(name, url),
    { text: `: ${offers}${phone ? ` ${phone}` : ""} ` },
    { text: `(${remark})`, muted: true },
  ];
  return [
    heading(1, words.title),
    lead(words.lead),
    ...(money.hint ? [hint(money.hint)] : []),
    ...bullets(money.grants.map(({ name, text }) => `${name} ${text}`)),
    ...(money.total ? [paragraph(money.total)] : []),
    ...(money.open.length === 0
      ? [paragraph(words.none)]
      : [
          table(
            "",
            [
              { title: locale.messages.report.fundingTitle, share: 4 },
              { title: words.purpose, share: 6 },
              { title: words.amount, share: 5 },
              { title: words.state, share: 3 },
            ],
            money.open.map(({ name, href, funder, purpose, notPaidFor, amount, state, when }) => [
              [linked(name, href), { text: `\n${funder}`, muted: true }],
              [{ text: purpose }, ...(notPaidFor ? [{ text: `\n${notPaidFor}`, muted: true }] : [])],
              amount,
              [state, when].filter(Boolean).join(", "),
            ]),
          ),
        ]),
    ...(money.unclear.length > 0
      ? [heading(2, words.unclearTitle), ...bullets(money.unclear.map(({ name, statusNote }) => `${name}: ${statusNote}`))]
      : []),
    heading(2, words.contacts),
    ...bullets(money.contacts.map(contact)),
  ];
}
