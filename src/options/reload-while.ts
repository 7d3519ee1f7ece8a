/** How often what the background says of itself is asked for while something is under way. */
export const refreshMs = 1500;

/** Waits for an action of the background, and meanwhile has how far it has come read again and again. */
export async function reloadWhile<T>(acting: Promise<T>, reload: () => Promise<void>): Promise<T> {
  void reload();
  const timer = setInterval(() => void reload(), refreshMs);
  try {
    return await acting;
  } finally {
    clearInterval(timer);
  }
}
