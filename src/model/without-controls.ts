// Unicode's General_Category Cc, and of UAX #9 the embeddings, overrides and isolates. Marks that only hint at a direction
// (U+200E, U+200F, U+061C) and joiners stay: Arabic, Hebrew, Persian and Indic texts are written with them.
const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const controlsOfDirection = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The text without characters that could change how what stands around it is shown: those that turn the direction of
 * writing are taken out, and others (line ends too) become a space.
 */
export function withoutControls(text: string): string {
  return text.replace(controls, (run) => (run.replace(controlsOfDirection, '') === '' ? '' : ' '));
}
