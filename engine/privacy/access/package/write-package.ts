import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { plural, t } from '#speech'
import { formatNumber } from '../../../../shared/speech/numbers.ts'
import type { AccessProgress } from '../../../../shared/contract/access.ts'
import type { EngineContext } from '../../../context.ts'
import { exportProblem, openPlace, told } from '../../../exports/index.ts'
import { policyInForce } from '../../../governance/index.ts'
import { readDirectory } from '../../../people/index.ts'
import type { ReadableDatabase } from '../../../store/index.ts'
import { readPreferences } from '../../../workspace/index.ts'
import { importsAbout, reachOf, type Reach, type Subject } from '../../about/index.ts'
import { agentTables } from '../agent-tables.store.ts'
import { customerTables } from '../customer-tables.store.ts'
import { countRows, readIdentities, readSounds, rowsOf } from '../found.store.ts'
import type { HeldTable } from '../held-table.ts'
import { othersVeiled } from '../names-of-others.ts'
import { valueReader, type HeldValue } from '../values.ts'
import { readmeOf, type PackageFacts } from './about-package.ts'
import { createPage } from './page.ts'
import { csvLine, plainFile, type PlainFile } from './plain-files.ts'
import { sortSounds, writeSound } from './sounds.ts'

/** Of whom a package is, where it goes, and who has it made. */
export interface PackageOrder {
  subject: Subject
  directory: string
  /** Of the folder it is written in until it is done. */
  token: string
  by: string
}

const ROWS_AT_A_TIME = 2000

/**
 * Writes everything about somebody that is theirs to have, in steps, the last of which says what came of it. Tables are read from `snapshot`, so that they
 * fit each other; sound goes the way it is played. Whoever stops listening ends it, and then, as where it fails, nothing of it is left.
 */
export async function* writePackage(
  context: EngineContext,
  snapshot: ReadableDatabase,
  { subject, directory, token, by }: PackageOrder,
  signal?: AbortSignal,
): AsyncGenerator<AccessProgress, void, void> {
  const place = openPlace(directory, token)
  let isDone = false
  try {
    const reach = reachOf(snapshot, subject)
    const people = readDirectory(snapshot)
    const tables = subject.is === 'agent' ? agentTables : customerTables
    const page = createPage()
    const sounds = sortSounds(readSounds(snapshot, reach), subject.is)
    const facts: PackageFacts = {
      is: subject.is,
      name: subject.is === 'agent' ? (people.people.get(subject.personId)?.name ?? null) : null,
      madeAt: context.now(),
      madeBy: by,
      timeZone: readPreferences(snapshot).timeZone,
      sources: sourcesOf(snapshot, subject, reach),
      policy: policyInForce(snapshot).document,
      soundsLeftOut: sounds.sentences,
    }
    const read = valueReader(people, othersVeiled(snapshot, people, subject))
    const expected = tables.map((table) => countRows(snapshot, table, reach))
    const work = expected.reduce((sum, n) => sum + n, 0) + sounds.given.length * ROWS_AT_A_TIME + 1
    let rows = 0
    const json = told(directory, () => plainFile(path.join(place.folder, 'data.json')))
    try {
      put(json, `{\n"about": ${JSON.stringify(headOf(facts))}`)
      for (const [index, table] of tables.entries()) {
        if (expected[index] === 0) continue
        for (const step of writeTable(table)) {
          yield { share: (rows / work) * 0.999, step, done: null }
          await setImmediate()
        }
      }
      put(json, '\n}\n')
    } finally {
      json.close()
    }
    let written = 0
    for (const sound of sounds.given) {
      yield {
        share: ((rows + written * ROWS_AT_A_TIME) / work) * 0.999,
        step: t`Writing sound: ${{ written: formatNumber(written) }} of ${{ all: formatNumber(sounds.given.length) }}`,
        done: null,
      }
      if (await writeSound(context, sound, place.folder, signal)) written++
    }
    const gone = sounds.given.length - written
    const all = {
      ...facts,
      soundsLeftOut: [
        ...sounds.sentences,
        ...(gone === 0
          ? []
          : [
              t`${plural({ gone }, { one: 'A recording', other: '# recordings' })} that could not be read any more.`,
            ]),
      ],
    }
    writeWhole('README.txt', readmeOf(all))
    writeWhole('index.html', page.html(all))
    const files = told(directory, () => filesIn(place.folder))
    place.finish()
    isDone = true
    yield {
      share: 1,
      step: t`Done`,
      done: { directory, files, rows, sounds: written, soundsLeftOut: sounds.leftOut + gone },
    }

    function* writeTable(table: HeldTable): Generator<string, void, void> {
      const csv = told(directory, () => plainFile(path.join(place.folder, `${table.name}.csv`)))
      try {
        put(csv, csvLine(table.columns.map(({ name }) => name)))
        put(json, `,\n${JSON.stringify(table.name)}: [`)
        let n = 0
        for (const stored of rowsOf(snapshot, table, reach)) {
          const row: Record<string, HeldValue> = {}
          for (const column of table.columns) row[column.name] = read(column, stored[column.name] ?? null)
          put(csv, csvLine(Object.values(row)))
          put(json, `${n === 0 ? '' : ','}\n${JSON.stringify(row)}`)
          page.take(table, row)
          rows++
          if (++n % ROWS_AT_A_TIME === 0) yield rowsWritten(table.name, n)
        }
        put(json, '\n]')
        yield rowsWritten(table.name, n)
      } finally {
        csv.close()
      }
    }
  } catch (error) {
    throw exportProblem(error, directory)
  } finally {
    if (!isDone) place.abandon()
  }

  function put(file: PlainFile, text: string): void {
    told(directory, () => file.write(text))
  }

  function writeWhole(name: string, text: string): void {
    told(directory, () => {
      const file = plainFile(path.join(place.folder, name))
      try {
        file.write(text)
      } finally {
        file.close()
      }
    })
  }
}

const rowsWritten = (table: string, rows: number) =>
  t`Writing ${{ table }}: ${plural({ rows }, { one: '# row', other: '# rows' })}`

const headOf = ({ is, name, madeAt, madeBy, timeZone, sources }: PackageFacts) => ({
  what: is === 'agent' ? t`What is held about one agent` : t`What is held about one customer`,
  ...(name !== null && { name }),
  made_at: new Date(madeAt).toISOString(),
  made_by: madeBy,
  time_zone: timeZone,
  sources,
})

function sourcesOf(snapshot: ReadableDatabase, { is }: Subject, reach: Reach): string[] {
  const all = [
    ...importsAbout(snapshot, is, reach),
    ...(is === 'agent' ? readIdentities(snapshot, reach) : []),
  ]
  return [...new Set(all.map(({ source }) => source))].toSorted()
}

function filesIn(folder: string): { fileName: string; bytes: number }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return { fileName: path.relative(folder, file).replaceAll('\\', '/'), bytes: statSync(file).size }
    })
    .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))
}
