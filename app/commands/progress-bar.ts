const width = 40;

/** Draws how far something is, in one line of a terminal; into a file or a pipe it writes nothing. */
export function progressBar(stream: { isTTY?: boolean; write: (text: string) => unknown }): (done: number, all: number) => void {
  return (done, all) => {
    if (!stream.isTTY) return;
    const full = Math.round((done / all) * width);
    stream.write(`\r${"█".repeat(full)}${"░".repeat(width - full)} ${done} of ${all}${done === all ? "\n" : ""}`);
  };
}
