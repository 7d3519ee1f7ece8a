/** The words for the reader in something that was thrown. */
export function describeError(error: unknown): string {
  return error instanceof Error && error.message ? error.message : String(error);
}
