import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { LAYERS, SIBLINGS, STRANGERS, VENDORS } from './scripts/layers.js';

const TESTS = ['**/*.test.ts', '**/test/**'];

const SYNTAX = [
  [
    'TSEnumDeclaration, TSParameterProperty, Decorator',
    'Node runs these files by leaving the types out: no enum, parameter property or decorator.',
  ],
  ['ExportAllDeclaration', 'Name what is exported; only package entries gather exports.'],
  [
    'TSAsExpression > TSAsExpression > TSUnknownKeyword',
    'A cast by way of unknown hides what does not fit: narrow it.',
  ],
  ['CallExpression[callee.property.name="only"]', 'The other tests of the file would not run.'],
];
const NO_DEFAULT = [
  'ExportDefaultDeclaration',
  'Named exports only, so that a thing has one name everywhere.',
];
const EVERYWHERE = [
  ['^\\.\\.?/(?!.*\\.(ts|tsx|js|json|css|vue|svelte)$)', 'Relative imports carry the extension.'],
  [
    '^(\\.\\./)+(packages/)?(product-cues|player-widget|archive-service|console)/',
    'Other packages are imported by their names.',
  ],
];

/** The rules of one place: static imports by one rule; import(), as code or as a type, by the other. */
function rulesOf(imports, syntax = [...SYNTAX, NO_DEFAULT]) {
  const patterns = [...EVERYWHERE, ...imports].map(([regex, message]) => ({ regex, message }));
  const dynamic = patterns.map(({ regex, message }) => {
    // A slash would end the selector's regular expression.
    const value = `source.value=/${regex.replaceAll('/', '\\u002F')}/`;
    return { selector: `ImportExpression[${value}], TSImportType[${value}]`, message };
  });
  return {
    'no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': [
      'error',
      ...syntax.map(([selector, message]) => ({ selector, message })),
      ...dynamic,
    ],
  };
}

function vendorsOf(place) {
  return VENDORS.filter(
    ([, homes]) =>
      homes[0].startsWith(place.split('src/')[0]) && !homes.some((home) => place.startsWith(`${home}/`)),
  ).map(([name, homes, why]) => [`^${name}(/|$)`, `Only ${homes.join(', ')} may import this: ${why}.`]);
}

function block(place, imports = []) {
  const strangers = Object.entries(STRANGERS).flatMap(([root, list]) => (place.startsWith(root) ? list : []));
  return {
    files: [place.endsWith('.ts') ? place : `${place}/**/*.ts`],
    ignores: TESTS,
    rules: rulesOf([...strangers, ...vendorsOf(`${place}/`), ...imports]),
  };
}

function layerBlocks({ root, rows, why }) {
  return rows.flatMap((row, level) =>
    row.flatMap((name) => {
      const closed = [...row.filter((other) => other !== name), ...rows.slice(level + 1).flat()];
      const lower = rows.slice(0, level).flat().join(', ') || 'no other folder';
      const message = `${name} may import ${lower}. ${why}`;
      const regex = `^(\\./|(\\.\\./)+)(${closed.join('|').replaceAll('.', '\\.')})(/|$)`;
      const imports = closed.length > 0 ? [[regex, message]] : [];
      const place = `${root}/${name}`;
      const within = SIBLINGS[place] ?? [];
      return [
        block(place, imports),
        ...within.map((sibling) => {
          const others = within.filter((other) => other !== sibling).join('|');
          return block(`${place}/${sibling}`, [
            ...imports,
            [`^\\.\\./(${others})/`, `What lies beside ${sibling} in ${name} is none of its business.`],
          ]);
        }),
      ];
    }),
  );
}

export default defineConfig(
  // demo/media/*.ts is MPEG-TS, and so is what a recording holds.
  {
    ignores: [
      '**/dist/',
      '**/coverage/',
      '**/node_modules/',
      '**/cdk.out/',
      '.vitrine/',
      'bench/',
      'demo/media/*.ts',
      'test/foreign-recording/recording/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strict,
  {
    files: ['**/*.{ts,js}'],
    rules: {
      ...rulesOf([]),
      // What is loaded late is typed by import('…').
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A callback may give a promise or nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
    },
  },
  { files: ['**/src/cli/**', '**/src/bin/**'], rules: { 'no-console': 'off' } },
  ...Object.keys(STRANGERS).map((root) => block(root)),
  ...LAYERS.flatMap(layerBlocks),
  {
    // Angular's components are made by a decorator; its compiler, not Node, reads these files.
    files: ['demo/frameworks/angular/*.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    // A package's entry is where its exports are gathered; a configuration is read by its default export.
    files: ['*.config.js', '**/*.config.{js,ts}', '**/*.d.ts'],
    rules: rulesOf([], SYNTAX),
  },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', { max: 400 }],
      // chai's assertions are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
