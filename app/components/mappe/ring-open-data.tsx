import { openDataLimits, openLicences, type OpenDataOffer } from "../../core/ring/open-data";
import { ErrorSummary, RadioGroup, TextInput } from "../../forms/field";
import { useLocale } from "../layout/locale";
import { ConsentForm } from "./consent-form";

type Offered = { offer: OpenDataOffer; agreed: number; isPublished: boolean };

/** As what the figures of a ring are or would be published. */
function OfferText({ offer }: { offer: OpenDataOffer }) {
  const { openData } = useLocale().messages;
  return (
    <p>
      <strong>{offer.title}</strong> {openData.publishedBy(offer.publisher)} {openData.underLicence(openData.licences[offer.licence])}{" "}
      {openData.licenceTexts[offer.licence]}
    </p>
  );
}

function Standing({ openData, joined }: { openData: Offered; joined: number }) {
  const { messages, href } = useLocale();
  const words = messages.openData;
  return (
    <p>
      {words.agreedOf(openData.agreed, joined)} {openData.isPublished ? words.isPublished : words.isWaiting}{" "}
      {openData.isPublished && <a href={href("/open-data")}>{words.toPublished}</a>}
    </p>
  );
}

type TypedOffer = Record<keyof OpenDataOffer, string>;

/** For the people of a Mappe; whoever owns it proposes. */
export function RingOpenData(props: {
  openData: Offered | null;
  joined: number;
  typed: TypedOffer | null;
  errors: Record<string, string>;
  mayOffer: boolean;
}) {
  const { openData, joined, typed, errors, mayOffer } = props;
  const words = useLocale().messages.openData;
  if (openData === null && !mayOffer) return null;
  return (
    <section aria-labelledby="open-data">
      <h2 id="open-data">{words.ringTitle}</h2>
      <div className="prose">
        <p>{words.ringLead}</p>
        {openData && <OfferText offer={openData.offer} />}
        {openData && <Standing openData={openData} joined={joined} />}
      </div>
      {mayOffer && (
        <details open={openData === null ? Object.keys(errors).length > 0 : typed !== null}>
          <summary>{openData ? words.offerChange : words.offerTitle}</summary>
          <OfferForm offer={typed ?? openData?.offer ?? null} errors={errors} isOffered={openData !== null} />
        </details>
      )}
    </section>
  );
}

function OfferForm({ offer, errors, isOffered }: { offer: TypedOffer | null; errors: Record<string, string>; isOffered: boolean }) {
  const words = useLocale().messages.openData;
  const { title, publisher } = openDataLimits;
  const field = (name: keyof OpenDataOffer) => ({ name, error: errors[name], value: offer?.[name] ?? "" });
  return (
    <form method="post" className="form" noValidate>
      {isOffered && <p>{words.offerChangeText}</p>}
      <TextInput {...field("title")} label={words.datasetTitle} hint={words.datasetTitleHint} limit={title} />
      <TextInput {...field("publisher")} label={words.publisher} hint={words.publisherHint} limit={publisher} />
      <TextInput {...field("contact")} type="email" label={words.contact} hint={words.contactHint} limit={254} />
      <RadioGroup
        {...field("licence")}
        label={words.licence}
        options={openLicences.map((value) => ({ value, label: words.licences[value], hint: words.licenceTexts[value] }))}
      />
      <p className="form-actions">
        <button className="button" name="intent" value="offer">
          {words.offerSubmit}
        </button>
        {isOffered && (
          <button className="button button-danger" name="intent" value="stop-offer">
            {words.stop}
          </button>
        )}
      </p>
    </form>
  );
}

/** For a member, who agrees to what stands here or does not. */
export function OwnOpenData({
  openData,
  joined,
  agrees,
  error,
}: {
  openData: Offered;
  joined: number;
  agrees: boolean;
  error?: string | undefined;
}) {
  const words = useLocale().messages.openData;
  return (
    <section aria-labelledby="open-data">
      <h2 id="open-data">{words.ringTitle}</h2>
      <ErrorSummary errors={error ? [{ name: "open-data", text: error }] : []} />
      <div className="prose">
        <p>{words.ringLead}</p>
        <OfferText offer={openData.offer} />
        <Standing openData={openData} joined={joined} />
        <p>{agrees ? words.agreed : words.asks}</p>
        <p>{words.askedText}</p>
      </div>
      <ConsentForm
        shown={openData.offer}
        agrees={agrees}
        agree={{ intent: "agree-open-data", text: words.agree }}
        withdraw={{ intent: "withdraw-open-data", text: words.withdraw }}
      />
    </section>
  );
}
