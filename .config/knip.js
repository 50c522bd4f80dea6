/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'src/main.ts',
    'src/commands/*.ts',
    'src/embed/define.ts',
    'src/embed/page/**/{hosted,frame,frame-host}.ts',
    '.config/**/*.js',
    'test/**/*.test.ts',
    'test/portals/{entity-page,backstage-stand-ins}.tsx',
    'test/{bench,cases,faults,fuzz}/run.js',
  ],
  // A package of its own.
  ignore: ['test/clients/**'],
  project: ['src/**/*.ts', 'test/**/*.{ts,tsx,js}', 'docs/**/*.tsx', '.config/**/*.js', 'prisma/*.prisma'],
  // The generated clients, which are not committed, import the one; the other is the command that generates them.
  // The card for Backstage imports what is Backstage's.
  // The survey beside which the form is measured is bundled from a text.
  ignoreDependencies: ['@prisma/client', 'prisma', 'survey-js-ui', /^@backstage\//],
  ignoreBinaries: ['mkfifo'],
  // What an export is made of is exported with it, so that it can be named.
  ignoreExportsUsedInFile: true,
};
