/**
 * What the reader knows of HTML's tags: all decisions rest on tags and attributes, never on style sheets, so
 * that Node and browsers agree.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Holds no text that a reader reads, or holds what the reader writes. `noscript` is text to a browser and
 * elements to a parser without scripts; `rt` and `rp` stand over a word and would split it.
 */
export const skippedTags = words(
  'script style noscript template svg math iframe frame frameset noframes object embed applet textarea select option ' +
    'optgroup datalist button input output progress meter pre code kbd samp canvas audio video picture map rt rp head ' +
    'nav dialog menu title',
);

/** Ends the line before and after it. Of the rest, custom elements do so too when no sentence is around them. */
export const blockTags = words(
  'address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p search section summary table tbody td tfoot th ' +
    'thead tr ul',
);

export const headingTags = words('h1 h2 h3 h4 h5 h6');

/** Holds text that its author meant as text; a `div` may hold anything. */
export const textTags = words('p blockquote h1 h2 h3 h4 h5 h6 figcaption caption dd dt td th summary li');

/** Beside the article on most pages, but around it on some. */
export const sideTags = words('aside footer form');

/** Roles of controls and of the page's frame. */
export const skippedRoles = words(
  'navigation menu menubar menuitem tab search searchbox textbox combobox listbox option button ' +
    'switch slider spinbutton checkbox radio radiogroup tooltip contentinfo alertdialog dialog progressbar timer tree treegrid',
);

/** Starts afresh: what holds it says nothing about its text. */
export const sectionTags = words('article aside body footer form header main nav section');
