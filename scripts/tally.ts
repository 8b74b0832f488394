/** As much of the test runner's JSON report as is counted. */
interface TestReport {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * Counts a report: each test that passed, each that failed, and each file that failed without a test to show for it (it did not load, or
 * its set-up broke). Skipped tests count as neither. No report, or one without a single test, is one failure.
 */
export function tallyTests(report: TestReport | null): { passed: number; failed: number; skipped: number } {
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  const withStatus = (status: string) => tests.filter((test) => test.status === status).length
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length
  const passed = withStatus('passed')
  const failed = withStatus('failed') + brokenFiles
  return {
    passed,
    failed: passed + failed === 0 ? 1 : failed,
    skipped: tests.length - passed - withStatus('failed'),
  }
}
