import { Page } from '../../ui/page.tsx'

/** Import, history, quarantine, people, metrics and freshness. */
export function DataPage() {
  return <Page title="Data">{null}</Page>
}
