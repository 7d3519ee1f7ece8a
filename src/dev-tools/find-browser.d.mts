/** The path of a browser's program, or null. CHROMIUM_PATH and FIREFOX_PATH come first. */
export function findBrowser(name: 'chromium' | 'firefox'): string | null;
/** One sentence on what to install and how. */
export function describeMissingBrowser(name: 'chromium' | 'firefox'): string;
