// Who may know whom (ARCHITECTURE.md, "Directions"). Imports that are only types count too: a type is knowledge as well.
// `npm run check:directions` holds the code to it.

/** A feature knows itself, the kernel, the view and the ports … */
const FEATURES = ['people', 'links', 'process', 'events', 'office', 'rooms', 'reminders', 'groups', 'polls', 'decisions', 'quickpolls'];

/** … and of other features only what stands here: [from, to, why it may]. Add a line only with its reason. */
const NEIGHBOURS = [
  ['events', 'people/personal-data\\.ts', 'says what it holds about a person, for the export and the erasure'],
  ['office', 'people/personal-data\\.ts', 'says what it holds about a person, for the export and the erasure'],
  ['office', 'events/(records|ports|change|replies|rules|count|cards|params)\\.ts', 'enters, lists, moves and cancels what belongs to the events'],
  ['reminders', 'events/(records|ports|acts|cards|audience|params)\\.ts', 'reminds of events, and lets people answer on the reminder'],
  ['reminders', 'office/record\\.ts', 'writes into the log who changed when people are reminded'],
  ['reminders', 'process/(commands|file|phases)\\.ts', 'follows the rules and quiet hours of the process file, and names its next phase'],
  ['reminders', 'people/personal-data\\.ts', 'says what it holds about a person, for the export and the erasure'],
  ['links', 'people/(personal-data|records)\\.ts', 'makes one person of two in every feature, and two again'],
  ['links', 'office/(code|record)\\.ts', 'hashes codes as the office does, and writes into its log'],
  ['links', 'process/commands\\.ts', 'names days in the zone of the process'],
  ['office', 'links/(links|card)\\.ts', 'makes one person of an entry and a chat account, and shows what can be taken back'],
  ['groups', 'events/(records|replies|change|cards|calendar|prefill|audience)\\.ts', 'a meeting is an event: made, shown, moved and cancelled as every other'],
  ['groups', 'people/personal-data\\.ts', 'says what it holds about a person, for the export and the erasure'],
  ['groups', 'process/(commands|file-schema)\\.ts', 'names fields of action and sectors, and reads dates by the process\'s clock'],
  ['groups', 'reminders/quiet\\.ts', 'reminds of tasks outside the quiet hours'],
  ['groups', 'office/record\\.ts', 'writes into the log what a leader did to whom'],
  ['process', 'groups/records\\.ts', 'brings the groups of the process file into the database'],
  ['polls', 'groups/(records|ports)\\.ts', 'finds dates for groups, and makes the chosen one their meeting'],
  ['polls', 'events/records\\.ts', 'names the channel a vote came through, and moves the meeting a poll became'],
  ['polls', 'people/personal-data\\.ts', 'says what it holds about a person, for the export and the erasure'],
  ['decisions', 'groups/(records|ports)\\.ts', 'asks the members of a group'],
  ['decisions', 'events/records\\.ts', 'names the channel a vote came through'],
  ['decisions', 'people/personal-data\\.ts', 'says what it holds about a person, for the export and the erasure'],
  ['decisions', 'polls/(ports|opening|voting|model|params|desk-pages)\\.ts', 'ends, reminds, names options and enters by phone as date polls do'],
  ['quickpolls', 'groups/ports\\.ts', 'whoever leads a group may ask it'],
  ['quickpolls', 'decisions/params\\.ts', 'takes question and answers apart as a vote does'],
  ['polls', 'process/commands\\.ts', 'reads dates by the clock on the wall of the process'],
  ['office', 'process/(commands|facts)\\.ts', 'names the contact, and the facts which the process file leaves open'],
];

const feature = (name) => ({
  name: `feature-${name}`,
  comment: 'A feature imports the kernel, the view, the ports and itself; other features only as NEIGHBOURS says.',
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: {
    path: '^(src|adapters|prisma|tests|scripts)/',
    pathNot: [`^src/(${name}|kernel|view|ports)/`, ...NEIGHBOURS.filter(([from]) => from === name).map(([, to]) => `^src/${to}$`)],
  },
});

const TYPES_ONLY = { dependencyTypesNot: ['type-only'] };
const FEATURE_RECORDS = `^src/(${FEATURES.join('|')})/records\\.ts$`;

module.exports = {
  forbidden: [
    ...FEATURES.map(feature),
    {
      name: 'kernel-knows-no-feature',
      comment: 'The kernel imports the view and the ports. It meets features as `Feature` objects, never by name.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^(src|adapters|prisma|tests|scripts)/', pathNot: '^src/(kernel|view|ports)/' },
    },
    {
      name: 'view-knows-nothing',
      comment: 'What people see needs nothing but the cleaning of text.',
      severity: 'error',
      from: { path: '^src/view/' },
      to: { path: '^(src|adapters|prisma|tests|scripts)/', pathNot: ['^src/view/', '^src/kernel/text\\.ts$'] },
    },
    {
      name: 'ports-are-types',
      comment: 'A port is an interface: types of the kernel, the view and the records, and nothing that runs.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { path: '^(src|adapters|prisma|tests|scripts)/', ...TYPES_ONLY },
    },
    {
      name: 'ports-see-types-of',
      comment: 'Only ports/store.ts names the features\' records.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { path: '^(src|adapters|prisma|tests|scripts)/', pathNot: ['^src/(ports|kernel|view)/', FEATURE_RECORDS] },
    },
    {
      name: 'records-only-in-the-store',
      severity: 'error',
      from: { path: '^src/ports/', pathNot: '^src/ports/store\\.ts$' },
      to: { path: FEATURE_RECORDS },
    },
    {
      name: 'records-are-types',
      comment: 'The storage port of a feature: interfaces over ids and instants.',
      severity: 'error',
      from: { path: FEATURE_RECORDS },
      to: { path: '^(src|adapters|prisma|tests|scripts)/', ...TYPES_ONLY },
    },
    {
      name: 'only-main-composes',
      comment: 'The files on top of src/ put the parts together; no room looks up to them.',
      severity: 'error',
      from: { path: '^(src/[^/]+|adapters)/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'only-main-knows-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { path: '^adapters/' },
    },
    {
      name: 'adapters-do-not-meet',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^(adapters|tests|scripts)/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'adapters-obey-ports',
      comment: 'An adapter sees ports, the view, plain values of the kernel, and (storage) the records it keeps.',
      severity: 'error',
      from: { path: '^adapters/' },
      to: { path: '^src/', pathNot: ['^src/(ports|view)/', '^src/kernel/(time|text|update|result|records|files|effect)\\.ts$', FEATURE_RECORDS] },
    },
    {
      name: 'records-only-to-storage',
      severity: 'error',
      from: { path: '^adapters/', pathNot: '^adapters/storage/' },
      to: { path: [FEATURE_RECORDS, '^src/kernel/records\\.ts$', '^prisma/'] },
    },
    {
      name: 'only-storage-knows-databases',
      comment: 'Matrix keeps its keys in an SQLite file of their own, which belongs to the device and not to the bot\'s records.',
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: '^adapters/(storage/|matrix/crypto-store-file\\.ts$)' },
      to: { path: ['^prisma/', 'node_modules/(@prisma|prisma|better-sqlite3|pg)/'] },
    },
    {
      name: 'only-matrix-knows-matrix',
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: '^adapters/matrix/' },
      to: { path: 'node_modules/(matrix-js-sdk|@matrix-org|fake-indexeddb)/' },
    },
    {
      name: 'only-telegram-knows-telegram',
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: '^adapters/telegram/' },
      to: { path: 'node_modules/(grammy|@grammyjs|undici)/' },
    },
    {
      name: 'only-documents-makes-calendars-and-pictures',
      severity: 'error',
      from: { path: '^(src|adapters)/', pathNot: '^adapters/documents/' },
      to: { path: 'node_modules/(ical-generator|@resvg|dejavu-fonts-ttf)/' },
    },
    {
      name: 'core-does-no-io',
      comment: 'No files, no network, no log of its own: what the core needs comes through a port. node:crypto and node:util only compute.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
    },
    {
      name: 'core-libraries',
      comment: 'Time, text, YAML, validation. A further library in the core is a decision for ARCHITECTURE.md.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(temporal-polyfill|@fluent/bundle|yaml|zod)/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs must be in "dependencies".',
      severity: 'error',
      from: { path: '^(src|adapters)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'resolvable',
      comment: 'But for what is optional: npm leaves it out where it does not fit the machine.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@matrix-org/matrix-sdk-crypto-nodejs$' },
    },
    {
      name: 'no-cycles',
      comment: 'Not even of types: two files that need each other are one thing, or there is a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated'] },
    exclude: { path: '^prisma/generated/.*/internal' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.mjs', '.js', '.d.ts'] },
  },
};
