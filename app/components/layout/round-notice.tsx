import { useLocale } from "./locale";

type Props = {
  assessmentId: string;
  /** As its address has it. */
  topic: string;
  /** The number of the last round, where no other has been begun; null while one is under way. */
  between: number | null;
  /** How many earlier answers to these questions can be confirmed. */
  waiting: number;
};

/** Above the questions of a topic, or of the quick check: what the rounds mean for them. */
export function RoundNotice({ assessmentId, topic, between, waiting }: Props) {
  const { messages, href } = useLocale();
  const { rounds } = messages;
  const address = (page: string) => href(`/assessments/${assessmentId}/rounds${page}`);
  if (between !== null)
    return (
      <p className="alert">
        {rounds.between.text(between)} <a href={address("")}>{rounds.between.link}</a>
      </p>
    );
  if (waiting === 0) return null;
  return (
    <p>
      <a className="button button-secondary" href={address(`/confirm/${topic}`)}>
        {rounds.confirm.link(waiting)}
      </a>
    </p>
  );
}
