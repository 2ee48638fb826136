/**
 * The dependency rule of the project: entry → {directory, syncs} → jobs → {csm, jira} → domain → contract, with platform beside
 * them; downward may skip a layer, upward never. One owner per SDK. Nothing in src knows the sandbox.
 */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const layer = (name, may, also = '') =>
  rule(
    `${name}-imports`,
    `${name} may import ${may.join(', ') || 'nothing'} of src`,
    { path: `^src/${name}/` },
    { path: '^src/', pathNot: `^src/(${[name, ...may].join('|')})/${also}` },
  );
const owner = (sdk, places) =>
  rule(
    `owner-of-${sdk}`,
    `@forge/${sdk} belongs to ${places}`,
    { path: '^(src|static)/', pathNot: places },
    { path: `node_modules/@forge/${sdk}/` },
  );

/** The folders of the job engine in the order in which a job is read: each knows those behind it. */
const jobFolders = ['upkeep', 'intake', 'run', 'kinds', 'store'];
const jobFolder = (name, may) =>
  rule(
    `jobs-${name}-imports`,
    `src/jobs reads in one direction (its README): ${name} may import ${may.join(', ') || 'no other folder'} of it`,
    { path: `^src/jobs/${name}/` },
    { path: '^src/jobs/', pathNot: `^src/jobs/(${[name, ...may].join('|')})/` },
  );

module.exports = {
  forbidden: [
    rule('no-circular', 'a cycle hides who owns what', {}, { circular: true }),
    layer('contract', []),
    layer('domain', ['contract']),
    layer('csm', ['domain', 'contract', 'platform']),
    layer('jira', ['domain', 'contract', 'platform']),
    layer('platform', ['domain', 'contract']),
    layer('jobs', ['csm', 'jira', 'domain', 'contract', 'platform']),
    layer('syncs', ['jobs', 'csm', 'jira', 'domain', 'contract', 'platform']),
    layer('directory', ['jobs', 'csm', 'jira', 'domain', 'contract', 'platform']),
    layer('rules', ['jobs', 'csm', 'jira', 'domain', 'contract', 'platform']),
    layer('entry', ['directory', 'syncs', 'rules', 'jobs', 'csm', 'jira', 'domain', 'contract', 'platform']),
    layer('ui', ['domain', 'contract']),
    ...jobFolders.map((name, at) => jobFolder(name, jobFolders.slice(at + 1))),
    jobFolder('view', ['store']),
    rule(
      'jobs-in-folders',
      'each file of src/jobs has its place in that order',
      { path: '^src/' },
      { path: '^src/jobs/', pathNot: `^src/jobs/(${[...jobFolders, 'view'].join('|')})/` },
    ),
    rule(
      'profile-carries-no-console',
      'whoever opens an issue loads nothing of the console',
      { path: '^src/ui/customer-profile/' },
      { path: '^src/(ui/admin|contract/resolvers)/', reachable: true },
    ),
    rule(
      'back-end-re-exports',
      'the files that the manifest names re-export entry points only',
      { path: '^src/[^/]+\\.ts$' },
      { path: '^src/', pathNot: '^src/entry/' },
    ),
    rule(
      'static-imports',
      'static resources know contract and domain only',
      { path: '^static/' },
      { path: '^src/', pathNot: '^src/(contract|domain)/' },
    ),
    rule(
      'sandbox-imports',
      'the sandbox knows the contracts only',
      { path: '^sandbox/' },
      { path: '^(src|static)/', pathNot: '^src/(contract|csm/contract)/' },
    ),
    rule(
      'nobody-imports-the-sandbox',
      'the app does not know where it runs',
      { path: '^(src|static)/' },
      { path: '^(sandbox|test|scripts)/' },
    ),
    owner('api', '^src/(csm|jira|platform)/'),
    owner('kvs', '^src/platform/'),
    owner('events', '^src/platform/'),
    owner('react', '^src/ui/'),
    owner('bridge', '^(src/ui|static)/'),
    owner('resolver', '^src/entry/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
