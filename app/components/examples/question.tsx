import { answerNames, emptyFields, type AnswerFields } from "../../forms/answers/answer-fields";
import { Question, type QuestionView } from "../../forms/answers/question";
import { SavedFormContext } from "../../forms/field";
import type { Typed } from "../../forms/part";
import type { Locale } from "../../i18n";
import type { RoundHint } from "../../views/round-hints";
import type { Example } from "./example";

type State = {
  fields?: Partial<AnswerFields>;
  missingReason?: boolean;
  conflict?: Partial<AnswerFields>;
  notApplicable?: string;
  round?: RoundHint;
};

function ExampleQuestion({ id, locale, state }: { id: string; locale: Locale; state: State }) {
  const names = answerNames(id);
  const typed = (fields: Partial<AnswerFields>): Typed =>
    Object.fromEntries(Object.entries({ ...emptyFields, ...fields }).map(([input, value]) => [names[input as keyof AnswerFields], value]));
  const question: QuestionView = {
    id,
    number: 7,
    question: "Wer darf bei Ihnen über den Einsatz von KI entscheiden?",
    help: "Gemeint ist, wer es heute tut, nicht wer es sollte.",
    anchors: ["Niemand", "Von Fall zu Fall", "Eine benannte Person", "Ein fester Ablauf", "Der Ablauf wird jährlich geprüft"],
    notApplicable: state.notApplicable ?? null,
    sources: [{ text: "Eine Quelle, S. 4", href: null }],
    check: { text: "Rückfrage vom 26. November 2026 von Revision: Welche Fassung gilt?", isOpen: true },
    evidence: {
      files: [{ sha256: "a", name: "Beschluss.pdf", about: "PDF, 120 KB, hinzugefügt am 26. November 2026 mit dem Bearbeitungslink" }],
      filesHref: "#files",
      href: "#evidence",
    },
    lastChange: { text: "Zuletzt geändert am 26. November 2026 um 09:30 mit dem Bearbeitungslink.", href: "#changes" },
    presumed: false,
    presupposesUse: true,
    previous: null,
    round: state.round ?? null,
  };
  const form = {
    typed: typed(state.fields ?? {}),
    seen: { [id]: "none" },
    errors: state.missingReason ? { [names.reason]: locale.messages.form.errors["reason-missing"] } : {},
    conflicts: state.conflict ? { [id]: typed(state.conflict) } : {},
  };
  return (
    <SavedFormContext.Provider value={form}>
      <Question question={question} />
    </SavedFormContext.Provider>
  );
}

const lastRound: RoundHint = {
  round: "Runde 1, 12. Mai 2026",
  answer: "Stufe 1, „Von Fall zu Fall“",
  note: "Herr Muster weiß mehr",
  evidence: "Protokoll vom März",
  trend: "0 → 1",
  target: "75 von 100 bis Ende 2027",
  isSame: true,
  offers: [
    { from: "rules", label: "Stufe 3 übernehmen", text: "Die Maßnahme „Regeln für KI“ ist erledigt.", answer: { level: 3 } },
    { from: "previous", label: "Unverändert", text: null, answer: { level: 1 } },
  ],
};

const example = (id: string, name: string, holds: string, state: State): Example => ({
  name,
  holds,
  show: (locale) => <ExampleQuestion id={id} locale={locale} state={state} />,
});

export const question: Example[] = [
  example("open", "not answered", "The question is the name of the group; levels are read with their number and name.", {}),
  example("answered", "answered, with a note", "The choice is told by the control itself.", { fields: { choice: "2", note: "Seit Mai" } }),
  example("unfit", "not applicable, the reason missing", "The error is read with the field that it is about.", {
    notApplicable: "wenn Sie keine KI einsetzen",
    fields: { choice: "na" },
    missingReason: true,
  }),
  example(
    "round",
    "asked again in a later round",
    "What was answered before is read first; each offer is a button that names the question.",
    {
      round: lastRound,
    },
  ),
  example("conflict", "answered by somebody else meanwhile", "Both answers are read, and each can be kept by a button of its own.", {
    fields: { choice: "3" },
    conflict: { choice: "1", note: "Andere Sicht" },
  }),
];
