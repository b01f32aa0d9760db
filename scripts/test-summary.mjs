// Adds up what jest reported.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads `<package>.json`, jest's own reports, and `missing-*.json`, `{ "missing": ["Chromium"] }`, which suites
 * write when this machine lacks something they need.
 * @param {{ name: string, code: number }[]} runs the packages and the exit code of jest in each
 */
export function readResults(directory, runs) {
  const reports = runs.map(({ name, code }) => readReport(join(directory, `${name}.json`), code));
  const missing = readdirSync(directory)
    .filter((file) => file.startsWith('missing-'))
    .flatMap((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')).missing);
  return {
    passed: sum(reports, 'passed'),
    failed: sum(reports, 'failed'),
    skipped: sum(reports, 'skipped'),
    missing: [...new Set(missing)].sort(),
  };
}

/** @returns {{ lines: string[], isGreen: boolean }} the last line is always `N passed, N failed` */
export function summarise({ passed, failed, skipped, missing }, { isStrict }) {
  const lines = [];
  if (skipped > 0) lines.push(`skipped: ${skipped}`);
  if (missing.length > 0) lines.push(`not run here: ${missing.join(', ')}`);
  lines.push(`${passed} passed, ${failed} failed`);
  const isComplete = skipped === 0 && missing.length === 0;
  return { lines, isGreen: failed === 0 && (isComplete || !isStrict) };
}

function readReport(file, code) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { numPassedTests = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = report;
  const { numPendingTests = 0, numTodoTests = 0 } = report;
  // A suite that does not load has no tests to count, yet it failed; so did a jest that ended badly without a report.
  const counted = numFailedTests + numRuntimeErrorTestSuites;
  const failed = code !== 0 && counted === 0 ? 1 : counted;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

function sum(reports, field) {
  return reports.reduce((total, report) => total + report[field], 0);
}
