import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './ensure-built.ts'
import { thirdPartyNotices } from './third-party-notices.ts'

const root = join(import.meta.dirname, '..')
await ensureBuilt()
writeFileSync(join(root, 'THIRD_PARTY_NOTICES.md'), thirdPartyNotices(root))
