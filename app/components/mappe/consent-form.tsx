type Choice = { intent: string; text: string };

type Props = {
  /** What stands there to agree to, field by field: whoever agrees agrees to that and nothing else. */
  shown: Readonly<Record<string, string>>;
  agrees: boolean;
  agree: Choice;
  withdraw: Choice;
};

/** For a member of a ring, who agrees to what it is asked about, or takes that back. */
export function ConsentForm({ shown, agrees, agree, withdraw }: Props) {
  const { intent, text } = agrees ? withdraw : agree;
  return (
    <form method="post" className="form">
      {Object.entries(shown).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className={agrees ? "button button-danger" : "button button-secondary"} name="intent" value={intent}>
        {text}
      </button>
    </form>
  );
}
