import { words } from "./form-notes";
import type { QueueState } from "./save-queue";

/** How long nothing changes before it is read aloud. */
const announcePause = 1000;

/** @param isKept whether what is typed is kept on the device. @param goesOn whether a press waits to be carried out. */
type Circumstances = { isKept: boolean; goesOn: boolean };

/** @returns what shows a state (null: none) in the form's place for it, and has it read aloud once it has come to rest. */
export function createSaveState(form: HTMLFormElement): (state: QueueState | null, circumstances: Circumstances) => void {
  const shown = form.querySelector<HTMLElement>("[data-state]");
  const said = form.querySelector<HTMLElement>("[data-said]");
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Of tries that fail one after another only the first is read aloud. */
  let saidKind = "idle";
  return (state, circumstances) => {
    const [kind, text] = [state?.kind ?? "idle", state ? textOf(state, circumstances) : ""];
    if (shown) {
      shown.textContent = text;
      shown.className = `save-state save-state-${kind}`;
    }
    // What is read out later must not be an older "saved".
    if (said && saidKind === "saved" && kind !== "saved") [saidKind, said.textContent] = ["idle", ""];
    // Whoever is typing or stepping through choices is not interrupted; a try that is under way says nothing new.
    if (kind === "saving") return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!said || kind === saidKind || kind === "unsaved" || kind === "idle") return;
      [saidKind, said.textContent] = [kind, text];
    }, announcePause);
  };
}

function textOf(state: QueueState, { isKept, goesOn }: Circumstances): string {
  if (!("seconds" in state)) return words.state[state.kind];
  const { kept, shown, goesOn: then } = words.state;
  return [words.state[state.kind](state.seconds), isKept ? kept : shown, ...(goesOn ? [then] : [])].join(" ");
}
