/** Whether a process of this machine is running. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** This process among the others of its machine. */
export const thisProcess = { pid: process.pid, isAlive };

/** Whether this process may do everything on its machine. */
export const isRoot = process.getuid?.() === 0;

/** The version of Node and of the words that it brings for dates and countries. */
export const runtime = `${process.version} ${process.versions["icu"]} ${process.versions["cldr"]}`;
