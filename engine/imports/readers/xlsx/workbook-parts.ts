import { posix } from 'node:path'
import { fileProblem } from '../file-problems.ts'
import { unescapeText } from './cell-text.ts'
import { builtInKind, customKind, type NumberKind } from './number-formats.ts'
import { createTextStore, type TextStore } from './text-store.ts'
import type { WorkbookArchive } from './workbook-archive.ts'
import { readXml } from './xml-events.ts'

export interface WorkbookSheet {
  name: string
  isHidden: boolean
  partName: string
}

export interface WorkbookParts {
  /** Worksheets in the workbook's order, without chart and macro sheets. */
  sheets: WorkbookSheet[]
  is1904: boolean
  /** Kind of number by cell style index. */
  styleKinds: NumberKind[]
  sharedStringsPart: string | null
}

const longestSharedStringsBytes = 1 << 30

/** Reads workbook, relationships and styles. Throws FileProblem 'damaged' when there is no workbook in it. */
export async function readWorkbookParts(archive: WorkbookArchive, path: string): Promise<WorkbookParts> {
  const rootTargets = await readRelationships(archive, path, '_rels/.rels', '')
  const workbookPart = [...rootTargets.values()].find((target) => target.type === 'officeDocument')?.partName
  const mainPart = workbookPart !== undefined && archive.has(workbookPart) ? workbookPart : 'xl/workbook.xml'
  if (!archive.has(mainPart)) throw fileProblem('damaged', path)
  const folder = posix.dirname(mainPart)
  const targets = await readRelationships(
    archive,
    path,
    posix.join(folder, '_rels', `${posix.basename(mainPart)}.rels`),
    folder,
  )

  const sheets: WorkbookSheet[] = []
  let is1904 = false
  await readXml(archive.read(mainPart), path, {
    onOpen: (name, attributes) => {
      if (name === 'workbookPr') is1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1]
      const target = targets.get(id ?? '')
      if (target?.type !== 'worksheet' || !archive.has(target.partName)) return
      const state = attributes['state']
      sheets.push({
        name: attributes['name'] ?? `sheet ${sheets.length + 1}`,
        isHidden: state === 'hidden' || state === 'veryHidden',
        partName: target.partName,
      })
    },
  })
  const partOf = (type: string): string | null => {
    const found = [...targets.values()].find((target) => target.type === type && archive.has(target.partName))
    return found?.partName ?? null
  }
  const stylesPart = partOf('styles')
  return {
    sheets,
    is1904,
    styleKinds: stylesPart === null ? [] : await readStyleKinds(archive, path, stylesPart),
    sharedStringsPart: partOf('sharedStrings'),
  }
}

/** The workbook's shared strings, rich text joined, phonetic guides left out. */
export async function readSharedStrings(
  archive: WorkbookArchive,
  path: string,
  partName: string,
): Promise<TextStore> {
  const store = createTextStore()
  let text = ''
  let isText = false
  let isPhonetic = false
  await readXml(
    archive.read(partName),
    path,
    {
      onOpen: (name) => {
        if (name === 'si') text = ''
        else if (name === 't') isText = !isPhonetic
        else if (name === 'rPh') isPhonetic = true
      },
      onText: (piece) => {
        if (isText) text += piece
      },
      onClose: (name) => {
        if (name === 't') isText = false
        else if (name === 'rPh') isPhonetic = false
        else if (name === 'si') store.add(unescapeText(text))
      },
    },
    () => {
      if (store.sizeBytes() > longestSharedStringsBytes) throw fileProblem('too-large', path)
      return true
    },
  )
  return store
}

interface RelationshipTarget {
  type: string
  partName: string
}

async function readRelationships(
  archive: WorkbookArchive,
  path: string,
  relationshipsPart: string,
  folder: string,
): Promise<Map<string, RelationshipTarget>> {
  const targets = new Map<string, RelationshipTarget>()
  if (!archive.has(relationshipsPart)) return targets
  await readXml(archive.read(relationshipsPart), path, {
    onOpen: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External')
        return
      const partName = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      targets.set(Id, { type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1), partName })
    },
  })
  return targets
}

async function readStyleKinds(
  archive: WorkbookArchive,
  path: string,
  partName: string,
): Promise<NumberKind[]> {
  const custom = new Map<number, NumberKind>()
  const formatIds: number[] = []
  let isInCellFormats = false
  await readXml(archive.read(partName), path, {
    onOpen: (name, attributes) => {
      if (name === 'numFmt')
        custom.set(Number(attributes['numFmtId']), customKind(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') isInCellFormats = true
      else if (name === 'xf' && isInCellFormats) formatIds.push(Number(attributes['numFmtId'] ?? 0))
    },
    onClose: (name) => {
      if (name === 'cellXfs') isInCellFormats = false
    },
  })
  return formatIds.map((id) => custom.get(id) ?? builtInKind(id))
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
