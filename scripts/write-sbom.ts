import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './ensure-built.ts'
import { billOfMaterials } from './sbom.ts'

// `npm run sbom`: the bill of materials of this build, beside it.
const root = join(import.meta.dirname, '..')
await ensureBuilt()
const file = join(root, 'dist', 'sbom.cdx.json')
const bill = billOfMaterials(root, new Date())
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
console.log(`${file}: ${bill.components.length} components`)
