/** For what fails because no such file or folder is there. @param otherwise what holds where nothing is there, or not any more. */
export const ifMissing =
  <Value>(otherwise: Value) =>
  (error: NodeJS.ErrnoException): Value => {
    if (error.code === "ENOENT") return otherwise;
    throw error;
  };
