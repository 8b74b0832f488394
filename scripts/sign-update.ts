import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { version } from '../engine/version.ts'
import { writeFeed } from './update-feed.ts'

/** Signs the feed of the version in package.json: `npm run sign-update -- --notes NOTES.txt [--folder release] [--days 90]`. */
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(import.meta.dirname, '..', 'release') },
    notes: { type: 'string' },
    days: { type: 'string', default: '90' },
  },
})
const privateKey = process.env['DEBRIEF_UPDATE_KEY']
const daysValid = Number(values.days)
if (!privateKey || !values.notes || !(daysValid > 0)) {
  process.stderr.write(
    'Give the key as PEM in DEBRIEF_UPDATE_KEY and the text of what is new with --notes FILE; docs/installing.md says how a key is made.\n',
  )
  process.exit(1)
}
const feed = await writeFeed({
  folder: values.folder,
  version,
  privateKey,
  notes: readFileSync(values.notes, 'utf8'),
  daysValid,
  now: Date.now(),
})
process.stdout.write(
  `Signed ${feed.version} with ${feed.files.length} installers, valid until ${feed.validUntil}.\n`,
)
