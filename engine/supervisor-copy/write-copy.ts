import { chmodSync, existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { t } from '#speech'
import { formatNumber } from '../../shared/speech/numbers.ts'
import { keepFiguresOfPart } from '../coaching/index.ts'
import type { EngineContext } from '../context.ts'
import { exportProblem, openPlace, told } from '../exports/index.ts'
import {
  governCopy,
  openOwnRecords,
  writeAnchor,
  type CopyHolder,
  type OwnRecords,
} from '../governance/index.ts'
import { layGate, neededBasis } from '../lawful-basis/index.ts'
import { lastingUid, nameWorkspace, workspaceName } from '../merging/index.ts'
import { rebuildEveryRollup } from '../metrics/index.ts'
import { asProblem, Problem } from '../problem.ts'
import { copySound } from '../recordings/index.ts'
import {
  connect,
  findDamage,
  inTransaction,
  isEncrypted,
  keys,
  migrate,
  putKeyFile,
  settleReferences,
  syncFile,
  syncFolder,
  type ReadableDatabase,
  type WritableDatabase,
} from '../store/index.ts'
import {
  DATABASE_NAME,
  newestDay,
  readCopiedFrom,
  readPreferences,
  writeCopiedFrom,
  writePreferences,
} from '../workspace/index.ts'
import {
  closeWhole,
  copyImports,
  copySettings,
  copyTable,
  countCopied,
  countSounds,
  fillFast,
  readBeginning,
} from './copy-rows.store.ts'
import { putOthers } from './others.ts'
import { insertCopyImport, readSoundsToCopy, writeMediaName, writeSpells } from './spells.store.ts'
import { travelling, travellingFromBehind } from './travelling.store.ts'
import { refuseInside } from './where.ts'

/** Whose copy, where it goes, and with which keys it is encrypted; the token is of the folder it is written in until it is whole. */
export interface CopyOrder {
  holder: CopyHolder
  directory: string
  token: string
  keyFile: keys.KeyFile | null
  /** Called with what it comes to before it gets its name. */
  keep: (done: CopyDone) => Promise<void>
}

/** What a copy came to. `peers`: how many others its figures are compared with. */
export interface CopyDone {
  directory: string
  agents: number
  contacts: number
  conversations: number
  evaluations: number
  sounds: number
  soundsLeftOut: number
  peers: number
}

interface CopyStep {
  share: number
  step: string
  done: CopyDone | null
}

/**
 * What a copy came to that an earlier process finished in its last moment; null where there is none. An encrypted one, which nobody can look into any
 * more, is told by its key file (`keyFile`: that of the order), and what it came to by what was kept (`kept`).
 */
export function madeBefore(
  { directory, token, keyFile }: Omit<CopyOrder, 'holder' | 'keep'>,
  kept: CopyDone | null,
): CopyDone | null {
  const file = path.join(directory, DATABASE_NAME)
  if (!existsSync(file)) return null
  if (isEncrypted(file)) return keyFile !== null && keys.keyFileFor(file)?.id === keyFile.id ? kept : null
  const made = connect(file, 'read')
  try {
    const from = readCopiedFrom(made)
    if (from?.uid !== token) return null
    return { directory, ...countCopied(made, from.peers), ...countSounds(made), peers: from.peers }
  } finally {
    made.raw.close()
  }
}

/** The database's name while the copy is written: what a crash leaves opens as no workspace. */
const UNFINISHED_NAME = `${DATABASE_NAME}.unfinished`
const SHARE = { tables: 0.5, figures: 0.75, sounds: 0.95 }

/**
 * Writes a workspace that holds what a supervisor of some teams sees, in steps, the last of which says what came of it: rows are put into a new file
 * through the views that narrow the workspace to their sight, so that nothing else was ever in it. `whole` shows the workspace of the same moment.
 * Whoever stops listening ends it, and then, as where it fails, nothing of it is left.
 */
export async function* writeCopy(
  context: EngineContext,
  { whole, own }: { whole: ReadableDatabase; own: OwnRecords },
  { holder, directory, token, keyFile, keep }: CopyOrder,
  signal?: AbortSignal,
): AsyncGenerator<CopyStep, void, void> {
  refuseInside(directory, context.workspaceDir)
  if (own.stretches.length === 0)
    throw new Problem('CONFLICT', t`Nobody was ever in these teams, so that there is nothing to copy.`)
  const opened = keyFile === null ? null : openedKeys(keyFile)
  const place = openPlace(directory, token)
  const file = path.join(place.folder, UNFINISHED_NAME)
  let to: WritableDatabase | null = null
  let isDone = false
  try {
    to = connect(file, 'write', opened && opened.data.map(keys.rawKey))
    migrate(to, file)
    fillFast(to)
    const newest = newestDay(whole) ?? 0
    const facts = { newest, coach: holder.name }
    const tables = [
      ...travelling.map((table) => ({ table, isBehind: false })),
      ...travellingFromBehind.map((table) => ({ table, isBehind: true })),
    ]
    let records = 0
    for (const [at, { table, isBehind }] of tables.entries()) {
      let ofTable = 0
      for (const n of pieces(to, copyTable(own, to, table, { facts, isBehind }))) {
        ofTable = n
        yield step(
          (SHARE.tables * at) / tables.length,
          t`Copying: ${{ records: formatNumber(records + n) }} records`,
        )
        await setImmediate()
      }
      records += ofTable
    }
    const at = context.now()
    const { importId, sourceId } = inTransaction(to, () => {
      copyImports(own.read, to!)
      copySettings(whole, to!)
      const imported = insertCopyImport(to!, { timeZone: readPreferences(whole).timeZone, at, uid: token })
      writeSpells(to!, own, imported.importId)
      settleReferences(to!)
      return imported
    })
    yield step(SHARE.tables, t`Adding up what travels`)
    await setImmediate()
    inTransaction(to, () => rebuildEveryRollup(to!))
    let peers = 0
    const putting = pieces(
      to,
      putOthers({ from: whole, own, to, importId, sourceId, newest }),
      (others) => (peers = others.peers),
    )
    for (const n of putting) {
      yield step(SHARE.tables, t`Adding up what others are compared by: ${{ sums: formatNumber(n) }} sums`)
      await setImmediate()
    }
    inTransaction(to, () => rebuildEveryRollup(to!))
    yield step(SHARE.figures, t`Copying recordings`)
    let sounds = 0
    const recordings = readSoundsToCopy(own)
    for (const recording of recordings) {
      signal?.throwIfAborted()
      const key = opened && keys.sealingKey(opened.data[0]!)
      const name = await copySound(context.workspaceDir, recording, { workspaceDir: place.folder, key })
      if (name !== null) {
        writeMediaName(to, recording.id, name)
        sounds++
      }
      yield step(
        SHARE.figures + ((SHARE.sounds - SHARE.figures) * sounds) / recordings.length,
        t`Copying recordings: ${{ sounds: formatNumber(sounds) }} of ${{ all: formatNumber(recordings.length) }}`,
      )
    }
    const head = inTransaction(to, () => {
      writePreferences(to!, { myTeamIds: [...new Set(own.stretches.map(({ teamId }) => teamId))] })
      nameWorkspace(to!, `${workspaceName(whole, context.workspaceDir)} (${holder.name})`.slice(0, 80))
      const workspace = lastingUid(whole) ?? ''
      writeCopiedFrom(to!, { workspace, uid: token, at, peers, ...readBeginning(to!) })
      keepFiguresOfPart(whole, to!)
      const { agents } = countCopied(to!, peers)
      return governCopy(whole, to!, holder, { at, details: { agents, peers } })
    })
    yield step(SHARE.sounds, t`Checking the copy`)
    await setImmediate()
    const damage = findDamage(to)
    if (damage.length > 0)
      throw new Problem('WORKSPACE_DAMAGED', t`The copy did not pass its check: ${{ damage: damage[0] }}`)
    const copied = countCopied(to, peers)
    closeWhole(to)
    to = null
    finish(file, keyFile, head)
    const done = { directory, ...copied, sounds, soundsLeftOut: recordings.length - sounds, peers }
    await keep(done)
    place.finish()
    isDone = true
    syncFolder(path.dirname(directory))
    yield { share: 1, step: t`Done`, done }
  } catch (error) {
    throw copyProblem(error, directory)
  } finally {
    to?.raw.close()
    if (!isDone) place.abandon()
  }
}

const step = (share: number, words: string): CopyStep => ({ share, step: words, done: null })

/** Does pieces of writing in a transaction each as long as nobody waits; gives what each yields. */
function* pieces<Result>(
  to: WritableDatabase,
  work: Generator<number, Result, void>,
  onEnd: (result: Result) => void = () => {},
): Generator<number, void, void> {
  for (;;) {
    const next = inTransaction(to, () => work.next())
    if (next.done) return onEnd(next.value)
    yield next.value
  }
}

/** Makes the file last, gives it its name, and puts beside it what belongs there. */
function finish(file: string, keyFile: keys.KeyFile | null, head: Parameters<typeof writeAnchor>[1]): void {
  const folder = path.dirname(file)
  const named = path.join(folder, DATABASE_NAME)
  told(folder, () => {
    if (process.platform !== 'win32') chmodSync(file, 0o600)
    syncFile(file)
    renameSync(file, named)
    if (keyFile !== null) putKeyFile(named, { ...keyFile, isMediaSealed: true })
    writeAnchor(folder, head)
    syncFolder(folder)
  })
}

function openedKeys(keyFile: keys.KeyFile): keys.OpenKeys {
  const opened = keys.keysOf(keyFile)
  if (!opened)
    throw new Problem(
      'KEY_NEEDED',
      t`Debrief was closed while the encrypted copy was made, and its passphrase is kept nowhere: make the copy again.`,
    )
  return opened
}

/** What went wrong, in one sentence about the place of the copy. */
function copyProblem(error: unknown, directory: string): unknown {
  const problem = asProblem(error)
  if (!(error instanceof Problem) && problem?.code === 'DISK_FULL')
    return new Problem(
      'DISK_FULL',
      t`The disk with ${{ directory }} is full; no copy was made. Free some space, or choose another place.`,
      { cause: error },
    )
  return exportProblem(error, directory)
}

/** Opens the workspace and what the supervisor sees of it, both as of one moment in which nothing is written. */
export function openBoth(
  context: EngineContext,
  holder: CopyHolder,
  openWhole: () => ReadableDatabase,
): Promise<{ whole: ReadableDatabase; own: OwnRecords }> {
  return context.writes.run(() => {
    const whole = openWhole()
    try {
      const hidesUnknown = neededBasis(context.read) === 'required'
      const own = openOwnRecords(
        whole,
        holder.teams,
        (connection) => void layGate(connection, hidesUnknown).now(),
      )
      return { whole, own }
    } catch (error) {
      whole.raw.close()
      throw error
    }
  })
}
