// Do the stories of the sample hold because of how it is made, or because its seed was lucky? `STORY_SEEDS=40` for more of them.
import { join } from 'node:path'
import { expandOrders, importFiles } from '../../../engine/imports/index.ts'
import { coachHolds, coachWrapUps } from '../../../engine/sample/history/coached.ts'
import { generateSample, type SampleTruth } from '../../../engine/sample/index.ts'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { storiesHold, type Story } from './stories.ts'

const SEEDS = Number(process.env['STORY_SEEDS'] ?? 20)

/** The contacts and people of one seed, with the sessions that are told of; no reviews, surveys or conversations, on which these stories do not rest. */
async function openSample(seed: number): Promise<{ own: TestWorkspace; coached: SampleTruth['coached'] }> {
  const own = await openWorkspace()
  const folder = join(own.folder, 'sample')
  const { files, endDay, truth } = await generateSample(folder, { seed })
  const { context } = own.engine
  const wanted = files.filter(({ kind }) => kind === 'interactions' || kind === 'roster')
  const orders = await expandOrders(
    context.uploads,
    wanted.map(({ path }) => ({ reference: { path: join(folder, path) } })),
  )
  const reports = await importFiles(context, orders, {})
  const failed = reports.find(({ error }) => error !== null)
  if (failed) throw new Error(`${failed.file}: ${failed.error}`)
  const { coached } = truth
  await coachWrapUps({ context, endDay, coached })
  await coachHolds({ context, endDay, coached })
  return { own, coached }
}

const held = new Map<Story, number>()
for (let seed = 1; seed <= SEEDS; seed++) {
  const { own, coached } = await openSample(seed)
  const told = await storiesHold(own.client, coached)
  await own.close()
  for (const { story, holds } of told) held.set(story, (held.get(story) ?? 0) + (holds ? 1 : 0))
  console.log(
    `seed ${seed}: ${told.map(({ story, holds, why }) => `${story} ${holds ? 'yes' : 'NO'} (${why})`).join('; ')}`,
  )
}
console.log('| story | holds in |')
for (const [story, n] of held) console.log(`| ${story} | ${n} of ${SEEDS} |`)
