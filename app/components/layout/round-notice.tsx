import { useLocale } from "./locale";

type Props = {
  assessmentId: string;
  dimension: string;
  /** The number of the last round, where no other has been begun; null while one is under way. */
  between: number | null;
  /** How many earlier answers of this topic can be confirmed. */
  waiting: number;
};

/** Above the questions of a topic: what the rounds mean for them. */
export function RoundNotice({ assessmentId, dimension, between, waiting }: Props) {
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
      <a className="button button-secondary" href={address(`/confirm/${dimension}`)}>
        {rounds.confirm.link(waiting)}
      </a>
    </p>
  );
}
