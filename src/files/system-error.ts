/** The machine, not the registry, stands in the way of a build; its message is one plain sentence for the user. */
export class CannotBuild extends Error {
  override readonly name = "CannotBuild";
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the file system is read-only",
  ENOSPC: "no space left on the disk",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file is larger than the system allows",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of the path is not a folder",
  EBUSY: "it is in use",
  EXDEV: "it belongs to another file system",
  EMFILE: "too many open files",
  EADDRINUSE: "it is taken",
  ELOOP: "its links lead in a circle",
  EISDIR: "it is a folder",
  EIO: "the disk reports a fault",
};

const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && "syscall" in error && "code" in error;

/** The code of a failed system call, such as `ENOENT`; `undefined` for any other error. */
export const codeOf = (error: unknown): string | undefined =>
  isSystemError(error) ? error.code : undefined;

/** The sentence for a failed system call; `action` ends the words "cannot …". Any other error stays as it is. */
export function cannot(action: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  const place = error.path === undefined ? "" : ` (${error.syscall} "${error.path}")`;
  const isWatch = error.syscall === "watch" && error.code === "ENOSPC";
  const reason = isWatch ? "too many files are watched" : (reasons[error.code] ?? error.code);
  return new CannotBuild(`cannot ${action}: ${reason}${place}`, { cause: error });
}

/** Runs `act`, turning a failed system call into `CannotBuild`. */
export function attempt<Result>(action: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw cannot(action, error);
  }
}
