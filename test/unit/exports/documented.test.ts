import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factTables } from '../../../engine/exports/facts.store.ts'
import { agentTable, metricTable } from '../../../engine/exports/result-tables.ts'

test('docs/formats.md says what every exported column is', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'formats.md'), 'utf8')
  for (const { name, columns } of [
    agentTable(0),
    ...factTables({ withCustomers: true, withAutomated: true }),
    metricTable,
  ]) {
    const [, part = ''] = page.split(`### \`${name}\``)
    const own = part.split('\n### ')[0]!.replaceAll(/ +/g, ' ')
    for (const { name, type, unit, meaning } of columns)
      expect(own).toContain(`| \`${name}\` | ${type} | ${unit === '' ? '' : `${unit} `}| ${meaning} |`)
  }
})
