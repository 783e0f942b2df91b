import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeviceList } from "../components/layout/device-list";
import { pageTitle, useLocale } from "../components/layout/locale";
import { deviceList } from "../http/access/device-list";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.home.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { device: await deviceList(new URL(request.url).searchParams, localeFor(request), context) };
}

export default function Home() {
  const { device } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { home } = messages;
  return (
    <div className="page home">
      <section className="hero">
        <h1>{home.title}</h1>
        {home.lead.map((line) => (
          <p className="lead" key={line}>
            {line}
          </p>
        ))}
        <div className="hero-choices">
          <a className="tile" href={href("/start?track=municipality")}>
            <strong>{home.municipality}</strong>
            <span>{home.municipalityHint}</span>
          </a>
          <a className="tile" href={href("/start?track=sme")}>
            <strong>{home.sme}</strong>
            <span>{home.smeHint}</span>
          </a>
        </div>
        <p className="hint">{home.duration}</p>
      </section>
      <DeviceList list={device} />
      <section>
        <h2>{home.whatTitle}</h2>
        <ul className="cards">
          {home.what.map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel">
        <h2>{home.continueTitle}</h2>
        <p>{home.continueText}</p>
        <p>
          <a className="button button-secondary" href={href("/load")}>
            {home.load}
          </a>
        </p>
      </section>
    </div>
  );
}
