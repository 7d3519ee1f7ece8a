/** Stands in for webextension-polyfill where there is no browser; a test sets what the piece under test will call. */
const fakeBrowser: Record<string, unknown> = {};
export default fakeBrowser;
