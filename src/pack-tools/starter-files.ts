/** The pack that `npm run pack -- new` makes: an invented story that shows every part once. By file name. */
export function starterFiles(id: string): Readonly<Record<string, string>> {
  // Ids begin with a prefix of the publisher's own: letters and digits.
  const prefix = id.replaceAll('-', '').replace(/^\d+/, '') || 'example';
  return {
    'pack.yaml': `# yaml-language-server: $schema=.schema/pack.schema.json
id: ${id} # the name of this folder
title: ${titleOf(id)} # what readers see in the options
publisher: Your name or newsroom
licence: CC-BY-4.0 # of your data
sequence: 1 # add one with each publication
`,
    'people.yaml': `# yaml-language-server: $schema=.schema/records.schema.json
# One file a topic; all files of the folder are read. Everything here is invented: replace it with your story.

# The texts that your statements rest on. Each statement names at least one by its key.
citations:
  courier-2025-11-30:
    publisher: The Example Courier
    title: New harbour commissioner takes office
    url: https://example.org/2025/11/30/harbour-commissioner # may be left out
    published: 2025-11-30 # 2025, 2025-11 or 2025-11-30: each keeps its precision

records:
  - id: ${prefix}:ada-bergholt
    kind: person # person, organisation, place, plan or event
    label: Ada Bergholt # or by language: { en: …, uk: … }
    description: Harbour commissioner of Norland.
    names: { any: [A. Bergholt] } # further names; the label is one already
    familyNames: { en: [Bergholt] } # linked only when the page says who is meant
    statements:
      # A role without "to" is known to have held on the day of its citation, and is shown with that date.
      - role: Harbour commissioner of Norland
        of: ${prefix}:norland
        from: 2025-11-30
        citations: [courier-2025-11-30]

  - id: ${prefix}:norland
    kind: place
    label: Norland
    demonyms: { en: [Norlandic, Norlander, Norlanders] } # stand for the place
`,
    'plans.yaml': `# yaml-language-server: $schema=.schema/records.schema.json
citations:
  courier-2025-12-03:
    publisher: The Example Courier
    title: Commissioner puts forward 12 points for the harbour
    published: 2025-12-03

records:
  # "The 12-point harbour plan", "a proposal of twelve points": the grammar of plan references finds a plan by its number
  # of points and by what else the page is about, so it needs no such name.
  - id: ${prefix}:harbour-plan
    kind: plan
    label: Norland harbour plan
    description: Ada Bergholt's proposal to open the harbour of Norland to foreign ships.
    statements:
      - pointCount: 12
        citations: [courier-2025-12-03]
      - proposedBy: ${prefix}:ada-bergholt
        citations: [courier-2025-12-03]
      - date: 2025-12-03
        citations: [courier-2025-12-03]
      - status: Proposed; the council has not voted
        from: 2025-12-03
        citations: [courier-2025-12-03]
      - openPoint: Who pays for the new quay
        from: 2025-12-03
        citations: [courier-2025-12-03]
      - about: ${prefix}:norland
        citations: [courier-2025-12-03]
`,
    'example-article.txt': `Norland council debates 12-point harbour plan

Ada Bergholt, the harbour commissioner, defended her 12-point plan before the council of Norland on Thursday.
Bergholt said that the Norlandic harbour could not wait. Who is to pay for the new quay remained open.
`,
  };
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
