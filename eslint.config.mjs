import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { explainedDisable } from './scripts/lint/explained-disable.mjs';

const typed = ['apps/*/{src,test,faults}/**/*.{ts,tsx}', 'packages/*/src/**/*.ts'];
const tests = ['**/*.spec.{ts,tsx}', '**/*.e2e-spec.ts', '**/testing/**', 'apps/*/{test,faults}/**'];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/.turbo/', '**/coverage/', '.test-results/', 'data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: globals.node },
    plugins: { project: { rules: { 'explained-disable': explainedDisable } } },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'project/explained-disable': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },

  {
    files: typed,
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        // Classes that are injected or validated must stay value imports: decorators read them at run time.
        emitDecoratorMetadata: true,
        experimentalDecorators: true,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },

  {
    // The core is built with `new`: time, chance and settings come to it through constructors.
    files: ['apps/api/src/core/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Take a setting by constructor.' },
        { object: 'Date', property: 'now', message: 'Take a Clock by constructor.' },
        { object: 'performance', property: 'now', message: 'Take a Clock by constructor.' },
        { object: 'Math', property: 'random', message: 'Take a RandomFn by constructor.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take a Clock by constructor.',
        },
        { selector: "CallExpression[callee.name='Date']", message: 'Take a Clock by constructor.' },
      ],
    },
  },

  {
    files: ['apps/admin/**/*.{ts,tsx,js}'],
    languageOptions: { globals: globals.browser },
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },

  {
    // The data router takes a thrown Response as an answer.
    files: ['apps/admin/src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Response' }] }],
    },
  },

  // A declaration that is merged into a library's repeats its type parameters, used or not.
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },

  {
    files: tests,
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
