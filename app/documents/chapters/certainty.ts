import { bullets, heading, hint, lead, paragraph, table } from "../blocks";
import type { Block } from "../document";
import type { DocumentInput } from "../material";

/** The three statements of how sure the result is, and what would sharpen it. */
export function certaintyChapter({ view, locale }: DocumentInput): Block[] {
  const { certainty: words } = locale.messages.result;
  const { agreement, certainty } = view;
  if (certainty.quick) return [heading(1, words.title), paragraph(certainty.quick.join(" "))];
  return [
    heading(1, words.title),
    lead(words.lead),
    heading(2, words.openTitle),
    paragraph(certainty.open),
    heading(2, words.ratingTitle),
    paragraph([certainty.band ?? words.ratingNone, certainty.bandAndOpen, certainty.checked].filter(Boolean).join(" ")),
    hint(certainty.constants),
    ...(agreement ? [heading(2, locale.messages.team.agreement.title), ...bullets(agreement.lines)] : []),
    ...(certainty.formula.length > 0 ? [heading(2, words.formulaTitle), ...certainty.formula.map((text) => paragraph(text))] : []),
    heading(2, words.sharpenTitle),
    ...(certainty.sharpen.length === 0
      ? [paragraph(words.sharpenNone)]
      : bullets(
          certainty.sharpen.map(({ text, items }) =>
            [text, ...(items.length > 0 ? [`${words.clarifyItems} ${locale.names(items.map((item) => item.text))}`] : [])].join(" "),
          ),
        )),
    table(
      words.dimensionsTitle,
      [
        { title: locale.messages.report.dimension, share: 5 },
        { title: locale.messages.result.value.short, share: 2, numeric: true },
        { title: words.ratingTitle, share: 3, numeric: true },
      ],
      certainty.dimensions.map(({ name, value, band }) => [name, value, band]),
    ),
    ...(certainty.seed ? [hint(certainty.seed)] : []),
  ];
}
