/**
 * Puts styles after those that the document or shadow root already has. Constructed stylesheets also work under a
 * page policy that forbids `<style>`.
 */
export function adoptStyles(root: Document | ShadowRoot, ...styles: readonly string[]): void {
  const sheets = styles.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}
