import js from '@eslint/js'
import importPlugin from 'eslint-plugin-import'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const features = ['exports', 'key-points', 'notes', 'output-document', 'overview', 'sessions', 'sign-in']

/** app -> features -> {editor, sync, api, ui, i18n}; features never import each other. */
const zones = [
  { target: './src/features', from: './src/app', message: 'A feature does not know the app that composes it.' },
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: './src/features',
    except: [`./${name}`],
    message: 'Features never import each other; the app composes them.',
  })),
  { target: './src/editor', from: './src/ui', message: 'The components know the editor, never the other way round.' },
  ...['editor', 'sync', 'api', 'ui', 'i18n'].flatMap((room) => [
    { target: `./src/${room}`, from: './src/app' },
    { target: `./src/${room}`, from: './src/features' },
  ]),
]

export default tseslint.config(
  { ignores: ['dist', 'dev-dist', 'node_modules', 'src/api/schema.ts', 'src/i18n/keys.d.ts', 'public', 'scripts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  reactHooks.configs.flat['recommended-latest'] ?? reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { import: importPlugin },
    settings: { 'import/resolver': { typescript: { project: './tsconfig.json' } } },
    rules: {
      'import/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import/no-default-export': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Records of the documents are maps by id.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // The keys' elements of a dialog get focus when it opens; that is what a dialog is for.
      'jsx-a11y/no-autofocus': 'off',
    },
  },
  {
    files: ['src/editor/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['react', 'react-dom', 'react-aria-components'], message: 'The editor imports no view library.' }] }],
    },
  },
  { files: ['vite.config.ts', 'playwright.config.ts'], rules: { 'import/no-default-export': 'off' } },
)
