import { Fragment } from "react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { Checkbox, ErrorSummary, FieldNotes, RadioGroup, SavedFormContext, Select, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { mostAtOnce, sharings } from "../core/mappe/mappe";
import { laender, tracks } from "../core/vocabulary";
import { addByFiles, addByLink, addByNames } from "../http/mappe/mappe-intake";
import { mappeHead } from "../http/mappe/mappe-page";
import { editableMappe, localeFor, readForm, refusal } from "../http/request";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.add.title}: ${mappe.name}`);

export const loader = async (args: LoaderFunctionArgs) => ({ mappe: await mappeHead(await editableMappe(args)) });

const fields = ["link", "sharing", "consent", "names", "track", "land", "onlyNew"];

export async function action(args: ActionFunctionArgs) {
  const mappe = await editableMappe(args);
  const locale = localeFor(args.request);
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  const outcome =
    intent === "link"
      ? await addByLink(mappe.edit, form, locale)
      : intent === "names"
        ? await addByNames(mappe, form, locale, args.context)
        : intent === "files"
          ? await addByFiles(mappe, form, locale, args.context)
          : null;
  if (!outcome) throw refusal("bad-request");
  if ("errors" in outcome) {
    const typed = Object.fromEntries(fields.map((name) => [name, textOf(form, name)]));
    return data({ ...outcome, typed }, { status: 422 });
  }
  const { added, left, own, waits } = outcome;
  const page =
    intent === "names"
      ? "links"
      : `members?${waits ? "waits" : `added=${added}`}${left > 0 ? `&left=${left}` : ""}${own.length > 0 ? `&own=${own.join("-")}` : ""}`;
  return redirect(locale.href(`/mappen/${mappe.id}/${page}`), { status: 303 });
}

export default function Add() {
  const { mappe } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { add } = useLocale().messages.mappe;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <MappeFrame mappe={mappe} current="members" title={add.title}>
      <ErrorSummary errors={Object.entries(errors).map(([name, text]) => ({ name, text }))} />
      <SavedFormContext.Provider value={{ typed: refused?.typed ?? {}, seen: {}, errors, conflicts: {} }}>
        <ByNames />
        <ByLink />
        <ByFiles mappeId={mappe.id} error={errors.files} files={refused?.files ?? []} />
      </SavedFormContext.Provider>
    </MappeFrame>
  );
}

function ByLink() {
  const { add, sharing } = useLocale().messages.mappe;
  return (
    <form method="post" className="form" noValidate>
      <h2>{add.linkTitle}</h2>
      <p>{add.linkText}</p>
      <input type="hidden" name="intent" value="link" />
      <TextInput name="link" label={add.link} />
      <RadioGroup
        name="sharing"
        label={add.sharing}
        options={sharings.map((value) => ({ value, label: sharing[value], hint: add.sharingHints[value] }))}
      />
      <ConsentBox />
      <p className="form-actions">
        <button className="button">{add.linkSubmit}</button>
      </p>
    </form>
  );
}

function ConsentBox() {
  const { add } = useLocale().messages.mappe;
  return (
    <SavedFormContext.Consumer>
      {({ errors }) => (
        <div className={errors.consent ? "field field-wrong" : "field"}>
          <FieldNotes name="consent" error={errors.consent} />
          <Checkbox name="consent" label={add.consent} />
        </div>
      )}
    </SavedFormContext.Consumer>
  );
}

type Files = { mappeId: string; error: string | undefined; files: { what: string; why: string }[] };

function ByFiles({ mappeId, error, files }: Files) {
  const { messages, href } = useLocale();
  const { add } = messages.mappe;
  return (
    <form method="post" action="?" encType="multipart/form-data" className="form" noValidate>
      <h2>{add.filesTitle}</h2>
      <p>{add.filesText(mostAtOnce)}</p>
      <p>
        {add.template}{" "}
        {tracks.map((track, index) => (
          <Fragment key={track}>
            {index > 0 && " · "}
            <a href={href(`/mappen/${mappeId}/table/${track}`)} download>
              {messages.names.tracks[track]}
            </a>
          </Fragment>
        ))}
      </p>
      <input type="hidden" name="intent" value="files" />
      <div className={error ? "field field-wrong" : "field"}>
        <label htmlFor="files">{add.files}</label>
        <FieldNotes name="files" error={error} />
        {files.length > 0 && (
          <>
            <p>{add.filesFaultsText}</p>
            <ul>
              {files.map(({ what, why }, index) => (
                <li key={index}>
                  <strong>{what}</strong>: {why}
                </li>
              ))}
            </ul>
          </>
        )}
        <input
          id="files"
          name="files"
          type="file"
          multiple
          accept=".json,.xlsx,.ods,.csv,application/json"
          aria-describedby={error ? "files.error" : undefined}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <div className="field">
        <Checkbox name="onlyNew" label={add.onlyNew} />
        <p className="hint">{add.onlyNewHint}</p>
      </div>
      <p className="form-actions">
        <button className="button">{add.filesSubmit}</button>
      </p>
    </form>
  );
}

function ByNames() {
  const { messages, collator } = useLocale();
  const { names, mappe } = messages;
  const { add } = mappe;
  const byLabel = (a: { label: string }, b: { label: string }) => collator.compare(a.label, b.label);
  return (
    <form method="post" className="form" noValidate>
      <h2>{add.manyTitle}</h2>
      <p>{add.manyText(mostAtOnce)}</p>
      <input type="hidden" name="intent" value="names" />
      <TextInput name="names" label={add.names} multiline rows={8} />
      <RadioGroup name="track" label={add.track} options={tracks.map((track) => ({ value: track, label: names.tracks[track] }))} />
      <Select
        name="land"
        label={add.land}
        empty={add.landNone}
        options={laender.map((land) => ({ value: land, label: names.laender[land] })).sort(byLabel)}
      />
      <p className="form-actions">
        <button className="button">{add.manySubmit}</button>
      </p>
    </form>
  );
}
