import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../../../../engine/statistics/index.ts'
import { connect } from '../../../../engine/store/index.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'
import { strays } from '../dump.ts'
import type { Children, Fate } from './children.ts'
import { doSteps, openOwn } from './do-steps.ts'
import type { AtWork, KillTarget } from './target.ts'

/** After how many kills a target's acts are drawn anew. */
const KILLS_WITH_ONE_SEED = 40
const EXPECTED_FILES =
  /^(debrief\.sqlite(\.before-\d+|\.key\.json)?|backups|audit-head\.json|debrief\.log|crashes|media|recordings|peaks|transcripts)$/

/** What killing one target came to. */
export interface Toll {
  kills: number
  aimed: number
  /** Killed so late that the child had come to its end. */
  missed: number
  /** In how many cases which act was the last one that stood. */
  stood: Record<string, number>
}

interface Rehearsal {
  seed: number
  /** How it looks before anything, after the opening and after each step. */
  looks: unknown[]
  ms: number
  points: number
}

/** What the file of the workspace states; null while there is none, or nothing in it yet. */
function lookAt(target: KillTarget, folder: string): unknown {
  const file = join(folder, 'own', 'debrief.sqlite')
  if (!existsSync(file)) return null
  // what a kill left half written is rolled back by whoever opens it next: not here, where it is only looked at
  const isHalfWritten = existsSync(`${file}-journal`)
  const looked = isHalfWritten ? join(folder, 'looked-at', 'debrief.sqlite') : file
  if (isHalfWritten) cpSync(join(folder, 'own'), join(folder, 'looked-at'), { recursive: true })
  const database = connect(looked, isHalfWritten ? 'write' : 'read')
  try {
    if (database.raw.pragma('user_version', { simple: true }) === 0) return null
    return target.look(database, folder)
  } finally {
    database.raw.close()
    rmSync(join(folder, 'looked-at'), { recursive: true, force: true })
  }
}

/** Runs the work once here, looking after each act, and once in a child, for its length. */
async function rehearse(
  target: KillTarget,
  base: string,
  root: string,
  children: Children,
  seed: number,
): Promise<Rehearsal> {
  const here = join(root, 'here')
  cpSync(base, here, { recursive: true })
  const looks = [lookAt(target, here)]
  await doSteps(target, target.steps(here, seed), here, () => looks.push(lookAt(target, here)))
  rmSync(here, { recursive: true })
  const there = join(root, 'there')
  cpSync(base, there, { recursive: true })
  const { whole, errors } = await children.order({ target: target.name, folder: there, seed, aimedAt: null })
  if (!whole) throw new Error(`${target.name} does not come to its end even when nothing kills it: ${errors}`)
  assert.deepEqual(lookAt(target, there), looks.at(-1), `${target.name} ends otherwise in a child`)
  rmSync(there, { recursive: true })
  return { seed, looks, ...whole }
}

/** Whatever was killed: the file is sound, what is derived equals the facts, the log of acts holds, nothing was unexpected. */
async function requireSound(
  { client, engine, folder }: AtWork,
  { tellsOfItself }: KillTarget,
): Promise<void> {
  assert.deepEqual((await client.workspace.check()).problems, [])
  assert.deepEqual(strays(engine.context.read), [])
  const { broken, notes } = await client.audit.verify({ heads: [] })
  const unexpected = notes.filter((note) => !tellsOfItself?.test(note))
  assert.deepEqual({ broken, notes: unexpected }, { broken: null, notes: [] })
  const log = join(folder, 'own', 'debrief.log')
  const incidents = existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        // that it was killed is noted at the next opening, as it should be
        .filter((line) => line.includes('incidentId') && !line.includes('"event":"crashed"'))
    : []
  assert.deepEqual(incidents, [])
}

function requireNoStrayFiles(folder: string): void {
  const left = readdirSync(join(folder, 'own')).filter((name) => !EXPECTED_FILES.test(name))
  assert.deepEqual(left, [], 'files are left over')
}

/** Holds what was found against what was acknowledged, then does the rest; gives how many acts stood. */
async function judge(target: KillTarget, plan: Rehearsal, folder: string, fate: Fate): Promise<number> {
  const found = lookAt(target, folder)
  const isLike = (place: number) => {
    try {
      assert.deepEqual(found, plan.looks[place])
      return true
    } catch {
      return false
    }
  }
  const done = fate.acknowledged
  const stands = [done + 1, done].find((place) => place < plan.looks.length && isLike(place))
  if (stands === undefined)
    assert.deepEqual(found, plan.looks[done], `${done} acts were acknowledged, and do not stand`)
  const at = await openOwn(target, folder)
  try {
    await requireSound(at, target)
    await target.alsoHolds?.(at, false)
    // the opening is the first act, and has just been done again
    for (const step of target.steps(folder, plan.seed).slice(Math.max(0, stands! - 1))) await step(at)
    await requireSound(at, target)
    await target.alsoHolds?.(at, true)
  } finally {
    await at.engine.close()
  }
  requireNoStrayFiles(folder)
  assert.deepEqual(lookAt(target, folder), plan.looks.at(-1), 'doing the rest ends elsewhere')
  return stands!
}

/**
 * Kills a target so many times: every third time at a place between two writes, one after the other, else at any moment of the work. Throws
 * at the first that lost something, with the seed and the moment.
 */
export async function killTarget(
  target: KillTarget,
  children: Children,
  { kills, seed }: { kills: number; seed: number },
): Promise<Toll> {
  const root = makeTemporaryFolder()
  const base = join(root, 'base')
  mkdirSync(base)
  const random = seededRandom(seed)
  const toll: Toll = { kills: 0, aimed: 0, missed: 0, stood: {} }
  try {
    await target.prepare(base)
    let plan: Rehearsal | undefined
    let place = Math.floor(random() * 1000)
    for (let round = 0; toll.kills < kills; round++) {
      if (round > kills * 4) throw new Error(`${target.name}: ${toll.missed} of ${round} kills came too late`)
      if (!plan || round % KILLS_WITH_ONE_SEED === 0)
        plan = await rehearse(target, base, root, children, seed + round)
      const folder = join(root, `kill-${round}`)
      cpSync(base, folder, { recursive: true })
      const isAimed = round % 3 === 1
      // a prime stride reaches every place before any comes twice
      place = (place + 37) % plan.points
      const afterMs = random() * plan.ms
      const order = { target: target.name, folder, seed: plan.seed, aimedAt: isAimed ? place + 1 : null }
      const fate = await children.order(order, isAimed ? undefined : afterMs)
      const moment = isAimed ? `at write ${place + 1} of ${plan.points}` : `after ${Math.round(afterMs)} ms`
      try {
        if (fate.errors !== '') throw new Error(`The child failed by itself: ${fate.errors}`)
        const stood = await judge(target, plan, folder, fate)
        if (fate.isKilled) toll.stood[stood] = (toll.stood[stood] ?? 0) + 1
      } catch (error) {
        throw new Error(
          `${target.name}, seed ${plan.seed}, killed ${moment}: ${error instanceof Error ? error.message : String(error)}`,
          { cause: error },
        )
      }
      if (fate.isKilled) toll.kills += 1
      else toll.missed += 1
      if (fate.isKilled && isAimed) toll.aimed += 1
      // the machine may be busier or freer than before: kills are to fall all over the work, and hardly any behind it
      if (!isAimed) plan.ms *= fate.isKilled ? 1.02 : 0.9
      rmSync(folder, { recursive: true, force: true })
    }
    return toll
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
