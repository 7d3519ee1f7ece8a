const formatter = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** "1 December 2025 at 14:05", in the reader's time zone. */
export function formatTime(msSinceEpoch: number): string {
  return formatter.format(msSinceEpoch);
}
