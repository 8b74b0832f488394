import { expect, test } from 'vitest'
import { migrations } from '../../engine/store/migrations/index.ts'
import { hasGolden } from '../support/golden/golden-file.ts'

test('every schema has a golden file, from which the upgrade is tried', () => {
  const missing = migrations.map(({ version }) => version).filter((version) => !hasGolden(version))
  expect(missing, 'run `npm run golden`, which makes what is missing').toEqual([])
})
