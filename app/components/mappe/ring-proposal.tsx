import type { RingSetting } from "../../core/ring/ring";
import { ErrorSummary, RadioGroup } from "../../forms/field";
import { useLocale } from "../layout/locale";
import { ConsentForm } from "./consent-form";

/** `holds`: the proposed rule in words. `isOtherModel`: whether it is for another version of the questionnaire. */
type Proposed = { setting: RingSetting; holds: string; isOtherModel: boolean; agreed: number };

/** The rule that members are asked about, and how many agree. */
export function ProposedRule({ proposal, joined }: { proposal: Proposed; joined: number }) {
  const { ring } = useLocale().messages;
  return (
    <div className="prose">
      <p>
        <strong>{proposal.holds}</strong> {ring.ruleTexts[proposal.setting.rule]} {proposal.isOtherModel && ring.proposedModel}
      </p>
      <p>{ring.proposedAgreed(proposal.agreed, joined)}</p>
    </div>
  );
}

type Props = {
  proposal: Proposed | null;
  joined: number;
  /** What may be proposed: rules that neither hold nor are proposed. */ others: Pick<RingSetting, "rule" | "track" | "modelVersion">[];
  error: string | undefined;
  mayPropose: boolean;
};

/** For the people of a Mappe whose ring has members; whoever owns it proposes. */
export function RingProposal({ proposal, joined, others, error, mayPropose }: Props) {
  const { ring, names } = useLocale().messages;
  if (proposal === null && !mayPropose) return null;
  const only = others.length === 1 ? others[0]?.rule : undefined;
  return (
    <section aria-labelledby="proposal">
      <h2 id="proposal">{proposal ? ring.proposedTitle : ring.proposeTitle}</h2>
      {proposal && <ProposedRule proposal={proposal} joined={joined} />}
      {mayPropose && proposal && (
        <form method="post" className="form-actions">
          <button className="button button-danger" name="intent" value="keep-rule">
            {ring.proposalStop}
          </button>
        </form>
      )}
      {mayPropose && others[0] && (
        <form method="post" className="form" noValidate>
          {proposal && <h3>{ring.proposeTitle}</h3>}
          <p>{ring.proposeText}</p>
          <input type="hidden" name="intent" value="set" />
          <input type="hidden" name="track" value={others[0].track} />
          <RadioGroup
            name="rule"
            label={ring.rule}
            value={only ?? ""}
            error={error}
            options={others.map(({ rule, track, modelVersion }) => ({
              value: rule,
              label: ring.holds(ring.rules[rule], names.tracks[track], modelVersion),
              hint: ring.ruleTexts[rule],
            }))}
          />
          <p className="form-actions">
            <button className="button button-secondary">{ring.proposeSubmit}</button>
          </p>
        </form>
      )}
    </section>
  );
}

type OwnProps = { proposal: Proposed; joined: number; agrees: boolean; error?: string | undefined };

/** For a member, who agrees to the rule that stands here or does not. */
export function OwnRingProposal({ proposal, joined, agrees, error }: OwnProps) {
  const { ring } = useLocale().messages;
  const { rule, track, modelVersion } = proposal.setting;
  return (
    <section aria-labelledby="proposal">
      <h2 id="proposal">{ring.proposedTitle}</h2>
      <ErrorSummary errors={error ? [{ name: "proposal", text: error }] : []} />
      <ProposedRule proposal={proposal} joined={joined} />
      <div className="prose">
        <p>{agrees ? ring.proposedAgrees : ring.proposedAsks}</p>
        <p>{ring.proposedText}</p>
      </div>
      <ConsentForm
        shown={{ rule, track, modelVersion }}
        agrees={agrees}
        agree={{ intent: "agree-rule", text: ring.agreeRule }}
        withdraw={{ intent: "withdraw-rule", text: ring.withdrawRule }}
      />
    </section>
  );
}
