import { seenName, type Typed } from "../forms/part";
import { afterPress } from "./after-press";
import { addressOnDevice, areaOf, forgetTab, openDevice } from "./device";
import { announceTyped, onErrors, onListening } from "./form-events";
import { labelOf, showConflict, showErrors, showLength, showRestored, showSummary, words } from "./form-notes";
import { fill, focusIn, inputsIn, nameOf, partOf, partsIn, typedIn } from "./inputs";
import { createSaveQueue, sameTyped } from "./save-queue";
import { createSaveState } from "./save-state";
import { sendBeacon, sendParts } from "./send-parts";

const pauses = { text: 800, choice: 400 };

/**
 * Keeps what is typed into a form (app/forms/saved-form.tsx): on the device at once, on the server as soon as it answers.
 * Until this script is there, and without it, the form is a plain one.
 */
export function keepSaved(form: HTMLFormElement): void {
  const saving = new Saving(form);
  saving.restore();
  form.addEventListener("input", ({ target }) => saving.hear(target));
  form.addEventListener("change", ({ target }) => saving.hear(target));
  form.addEventListener("focusout", () => setTimeout(() => afterPress(() => saving.render())));
  form.addEventListener("click", (event) => saving.press(event));
  form.addEventListener("submit", (event) => saving.submit(event));
  window.addEventListener("online", () => saving.flush());
  document.addEventListener("visibilitychange", () => saving.flush());
  window.addEventListener("pagehide", () => saving.end());
  window.addEventListener("pageshow", () => saving.begin());
  window.addEventListener("beforeunload", (event) => saving.mayLeave() || event.preventDefault());
  onListening(() => saving.tellAll());
  onErrors((errors) => saving.refuse(errors));
}

class Saving {
  private readonly address: string;
  /** Nothing is kept on the server before the form is submitted. */
  private readonly isCheck: boolean;
  private readonly parts: Map<string, HTMLElement>;
  private readonly device: ReturnType<typeof openDevice>;
  private readonly showState: ReturnType<typeof createSaveState>;
  private readonly queue: ReturnType<typeof createSaveQueue>;
  /** The press that waits until everything is stored; the button is null where it came from none. */
  private wanted: { submitter: HTMLElement | null } | null = null;
  /** Whether somebody has tried to go on with something wrong. */
  private insisted = false;
  private leaving = false;

  constructor(private readonly form: HTMLFormElement) {
    this.address = form.dataset.save ?? "";
    this.isCheck = form.dataset.mode === "check";
    this.parts = new Map(partsIn(form).map((part) => [nameOf(part), part]));
    this.device = openDevice(areaOf(this.isCheck ? "sessionStorage" : "localStorage"), addressOnDevice(this.address));
    this.showState = createSaveState(form);
    const stored = new Map([...this.parts].map(([name, part]) => [name, { seen: tagIn(part)?.value ?? "", typed: typedIn(part, true) }]));
    this.queue = createSaveQueue({
      stored,
      send: (sent) => sendParts(this.address, sent),
      onChange: (settled) => this.keep(settled),
      onAnswered: () => this.wanted && (this.queue.unstored.size > 0 ? this.insist() : this.goOn(this.wanted.submitter)),
    });
    if (!this.isCheck) forgetTab();
  }

  /** Puts back what an earlier visit has left unstored, and takes what was typed before this script arrived. */
  restore(): void {
    const restored = [...this.parts].filter(([name, part]) => {
      const [sent, kept] = [typedIn(part, true), this.device.find(name)];
      if (!sameTyped(typedIn(part), sent)) this.put(part, 0);
      else if (kept && sameTyped(kept.typed, sent)) this.device.forget(name, sent);
      else if (kept) {
        fill(part, kept.typed);
        const isOwn = kept.seen === this.queue.tagOf(name) || kept.tried.some((tried) => sameTyped(tried, sent));
        this.put(part, 0, kept.tried);
        if (!isOwn) this.queue.contest(name, sent);
        return true;
      }
      return false;
    });
    if (restored.length > 0) showRestored(this.form, () => this.discard(restored.map(([, part]) => part)));
    this.render();
  }

  private discard(parts: HTMLElement[]): void {
    for (const part of parts) {
      const isContested = this.queue.unstored.get(nameOf(part))?.newer;
      fill(part, typedIn(part, true));
      if (isContested) this.queue.drop(nameOf(part));
      else this.put(part, 0);
    }
    if (parts[0]) focusIn(parts[0]);
  }

  hear(target: EventTarget | null): void {
    const input = target as HTMLInputElement;
    if (input.dataset.limit) showLength(input);
    const part = partOf(input);
    if (!part || input.type === "file") return;
    if (sameTyped(typedIn(part), this.queue.typedLast(nameOf(part)))) return;
    this.put(part, ["radio", "checkbox", "select-one"].includes(input.type) ? pauses.choice : pauses.text);
  }

  private put(part: HTMLElement, pause: number, tried?: Typed[]): void {
    const typed = typedIn(part);
    this.wanted = null;
    this.queue.put(nameOf(part), typed, this.isCheck ? null : pause, tried);
    announceTyped(nameOf(part), typed);
  }

  /** Buttons that change the form itself. */
  press(event: Event): void {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[name]");
    const part = partOf(button);
    if (!button || !part || !["clear", "keep", "take"].includes(button.name)) return;
    event.preventDefault();
    const name = nameOf(part);
    if (button.name === "keep") this.queue.keepMine(name);
    else if (button.name === "clear") {
      const { [`${name}.choice`]: _choice, [`${name}.reason`]: _reason, ...rest } = typedIn(part);
      fill(part, rest);
      this.put(part, 0);
    } else {
      const newer = this.queue.unstored.get(name)?.newer;
      if (newer) fill(part, newer);
      announceTyped(name, typedIn(part));
      this.queue.drop(name);
    }
    focusIn(part);
  }

  submit(event: SubmitEvent): void {
    const submitter = event.submitter as HTMLButtonElement | null;
    if (this.leaving) return;
    if (submitter?.value === "remove") return this.giveUp();
    event.preventDefault();
    this.wanted = submitter?.name === "stay" ? null : { submitter };
    if (this.isCheck) this.queue.putAll(Object.fromEntries([...this.parts].map(([name, part]) => [name, typedIn(part)])));
    if (this.wanted && this.isBlocked()) this.insist();
    void this.queue.send();
  }

  private readonly isBlocked = () => [...this.queue.unstored.values()].some(({ errors, newer }) => errors ?? newer);

  /** Says what is in the way of going on. */
  private insist(): void {
    [this.wanted, this.insisted] = [null, true];
    this.render();
    showSummary(this.form, this.wrong());
  }

  private goOn(submitter: HTMLElement | null): void {
    this.leaving = true;
    for (const [name, part] of this.parts) tagIn(part)?.setAttribute("value", this.queue.tagOf(name));
    this.form.requestSubmit(submitter);
  }

  private giveUp(): void {
    this.leaving = true;
    for (const name of this.parts.keys()) this.device.forget(name, this.queue.typedLast(name));
  }

  private keep(settled: Record<string, Typed>): void {
    for (const [name, typed] of Object.entries(settled)) {
      const part = this.parts.get(name);
      if (!this.isCheck || (part && sameTyped(typedIn(part), typedIn(part, true)))) this.device.forget(name, typed);
    }
    for (const [name, { typed, tried, newer }] of this.queue.unstored)
      // Nobody has decided yet: from no other page either may one's own replace the newer value.
      this.device.keep(name, { typed, tried, seen: newer ? "" : this.queue.tagOf(name) });
    // An older "saved" must not stand for a moment longer; everything else waits for the end of a press.
    if (this.queue.state().kind === "unsaved") this.renderState();
    afterPress(() => this.render());
  }

  render(): void {
    for (const [name, part] of this.parts) {
      const { errors = null, newer = null, typed = {} } = this.queue.unstored.get(name) ?? {};
      // Whoever is still at a question is not told what is wrong with it before they leave it or want to go on.
      if (this.insisted || !errors || !part.contains(document.activeElement)) showErrors(part, errors ?? {});
      showConflict(part, newer, typed);
    }
    if (this.insisted && !this.isBlocked()) {
      this.insisted = false;
      showSummary(this.form, {});
    }
    this.renderState();
  }

  private renderState(): void {
    const isSilent = this.isCheck && !this.wanted;
    this.showState(isSilent ? null : this.queue.state(), { isKept: this.device.isReliable(), goesOn: this.wanted !== null });
  }

  private wrong(): Typed {
    const all = [...this.queue.unstored].map(([name, { errors, newer }]) => {
      const part = this.parts.get(name);
      if (!newer || !part) return errors;
      // A question is named by its number anyway.
      const label = part.dataset.title ? "" : `${labelOf(part)}: `;
      return { [name]: label + words.conflict.title };
    });
    return Object.assign({}, ...all) as Typed;
  }

  refuse(errors: Typed): void {
    for (const [name, part] of this.parts) {
      const own = inputsIn(part).flatMap((input) => (errors[input.name] ? [[input.name, errors[input.name] ?? ""]] : []));
      if (own.length > 0) this.queue.refuse(name, Object.fromEntries(own) as Typed);
    }
  }

  tellAll(): void {
    for (const part of this.parts.values()) announceTyped(nameOf(part), typedIn(part));
  }

  flush(): void {
    if (!this.isCheck && this.queue.due().length > 0) void this.queue.send();
  }

  end(): void {
    const due = this.queue.due();
    if (!this.isCheck && !this.leaving && due.length > 0) sendBeacon(this.address, due);
  }

  begin(): void {
    this.leaving = false;
    this.flush();
  }

  mayLeave(): boolean {
    return this.leaving || this.device.isReliable() || this.queue.unstored.size === 0;
  }
}

const tagIn = (part: HTMLElement) => part.querySelector<HTMLInputElement>(`[name="${CSS.escape(seenName(nameOf(part)))}"]`);
