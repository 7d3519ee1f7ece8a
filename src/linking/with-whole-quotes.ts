import type { Span } from '../model/link.ts';

const marks = /["“”„«»]/;
const opening = /["“„«]$/;
const closing = /^["”“»]/;

/** The span with the quotation mark beside it whose other half it holds: of `NAC "Harbour"`, both marks or neither. */
export function withWholeQuotes({ start, end }: Span, text: string): Span {
  const at = start + text.slice(start, end).search(marks);
  if (at < start) return { start, end };
  const isPair = marks.test(text.slice(at + 1, end));
  if (isPair) return { start, end };
  const isOpened = opening.test(text.slice(start - 1, start)) && closing.test(text.charAt(at));
  const isClosed = closing.test(text.charAt(end)) && opening.test(text.charAt(at));
  if (isOpened === isClosed) return { start, end };
  return isOpened ? { start: start - 1, end } : { start, end: end + 1 };
}
