import { versionTag } from "../../app/core/assessment/answer";
import { emptyFields, type AnswerFields } from "../../app/forms/answers/answer-fields";

type Form = Record<string, string> | FormData;

export type Visitor = ReturnType<typeof newVisitor>;

/** An enterprise that has just begun the full questionnaire. */
const profile = { track: "sme", depth: "full", sizeClass: "employees-10-49" };

/**
 * Somebody whose browser keeps cookies and names its origin, as browsers do. Redirects are not followed, so that
 * each answer of the server can be looked at.
 * @param reach how requests get there; see `reachFrom`.
 */
export function newVisitor(url: string, reach: (url: string, init: RequestInit) => Promise<Response> = fetch) {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set("Cookie", Array.from(cookies, ([name, value]) => `${name}=${value}`).join("; "));
    if (!headers.has("Origin")) headers.set("Origin", new URL(url).origin);
    // What is compressed, and for whom, has tests of its own; here it would be a tenth of the work.
    if (!headers.has("Accept-Encoding")) headers.set("Accept-Encoding", "identity");
    const response = await reach(url + path, { redirect: "manual", ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (cookie.endsWith("; Max-Age=0")) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }
  const post = (path: string, form: Form) =>
    send(path, { method: "POST", body: form instanceof FormData ? form : new URLSearchParams(form) });
  const postJson = (path: string, body: unknown) =>
    send(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  /** Whoever begins something has opened the page before, and with it got a cookie. */
  const open = async () => void (cookies.size > 0 || (await send("/start")));
  const text = async (path: string) => (await send(path)).text();

  return {
    cookies,
    send,
    post,
    postJson,
    get: (path: string) => send(path),
    text,

    /** Fills in the start form. @returns the id of the new assessment. */
    async begin(more: Record<string, string> = {}): Promise<string> {
      await open();
      const response = await post("/start", { ...profile, ...more });
      const [, id] = /\/assessments\/([^/]+)\//.exec(response.headers.get("location") ?? "") ?? [];
      if (!id) throw new Error(`The start form was answered with ${response.status}`);
      return id;
    },

    /** Loads a save file. */
    async load(content: string | Blob): Promise<Response> {
      await open();
      const form = new FormData();
      form.set("file", new Blob([content]), "ki-pegel.json");
      return post("/load", form);
    },

    /** As the browser does after each change of an answer. @param seen tag of the stored answer; without one, none was. */
    saveAnswer: (id: string, item: string, fields: Partial<AnswerFields>, seen = versionTag(null)) => {
      const typed = Object.entries({ ...emptyFields, ...fields }).map(([input, value]) => [`${item}.${input}`, value] as const);
      return post(`/assessments/${id}/save/answers`, { [`${item}.seen`]: seen, ...Object.fromEntries(typed) });
    },

    /** Opens a page, changes some fields of its form and submits it as a browser would, with the tags it carries. */
    async submit(path: string, fields: Form, opened?: string): Promise<Response> {
      const form = fields instanceof FormData ? fields : new FormData();
      if (!(fields instanceof FormData)) for (const [name, value] of Object.entries(fields)) form.set(name, value);
      for (const [, name = "", value = ""] of (opened ?? (await text(path))).matchAll(
        /<input type="hidden" name="([^"]+\.seen)" value="([^"]*)"/g,
      ))
        form.set(name, value);
      return post(path, form);
    },

    /** The paths of the links that the overview shows. */
    async links(id: string): Promise<{ edit: string; read: string }> {
      const [edit = "", read = ""] = new Set((await text(`/assessments/${id}`)).match(/\/open\/[\w-]{43}/g) ?? []);
      return { edit, read };
    },
  };
}
