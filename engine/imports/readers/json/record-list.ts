export interface RecordList {
  /** Dotted path from the top; '' when the file itself is the list. */
  path: string
  records: unknown[]
}

const wrapperNames = new Set(
  (
    'data result results records record items rows row entries entities values value list content objects docs hits ' +
    'payload response report calls contacts conversations interactions tickets evaluations surveys responses ' +
    'survey_responses satisfaction_ratings agents users employees details'
  ).split(' '),
)

/** Parts of an evaluation or a form: a tree of its own, not rows of a table. */
const treeNames = /^(questions?|sections?|question_?groups?|question_?group_?scores|answers)$/i

/**
 * Finds the list of records in a parsed JSON file: the file itself, or the one behind a wrapper such as
 * {data: [...]} or {result: {items: [...]}}. A single flat object is a list of one.
 * @returns null for a tree that is no table, such as an exported evaluation with sections and questions.
 */
export function findRecordList(value: unknown): RecordList | null {
  if (Array.isArray(value)) return isListOfRecords(value) ? { path: '', records: value } : null
  if (!isObject(value) || isEvaluationTree(value)) return null
  const found = findWrapped(value, '', 0)
  if (found !== null) return found
  return hasListOfObjects(value) ? null : { path: '', records: [value] }
}

/** An object (or a list of such) with questions and answers in lists of objects. */
export function isEvaluationTree(value: unknown): boolean {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return isObject(one) && containsQuestions(one, 0)
}

function containsQuestions(value: Record<string, unknown>, depth: number): boolean {
  return Object.entries(value).some(([key, inner]) => {
    if (Array.isArray(inner))
      return treeNames.test(key) && inner.length > 0 && inner.every(isObject) && inner.some(isNested)
    return depth < 2 && isObject(inner) && containsQuestions(inner, depth + 1)
  })
}

function isNested(value: unknown): boolean {
  return isObject(value) && Object.values(value).some((inner) => typeof inner === 'object' && inner !== null)
}

function findWrapped(value: Record<string, unknown>, path: string, depth: number): RecordList | null {
  const entries = Object.entries(value)
  const lists = entries.flatMap(([key, inner]) =>
    Array.isArray(inner) && inner.length > 0 && isListOfRecords(inner)
      ? [{ key, records: inner as unknown[] }]
      : [],
  )
  const named = lists.filter(({ key }) => wrapperNames.has(key.toLowerCase()))
  const onlyList =
    lists.length === 1 && entries.every(([key, inner]) => Array.isArray(inner) || isAbout(key, inner))
  const chosen = largest(named) ?? (onlyList ? lists[0] : undefined)
  if (chosen !== undefined) return { path: join(path, chosen.key), records: chosen.records }
  if (depth >= 3 || lists.length > 0) return null
  for (const [key, inner] of entries) {
    if (!isObject(inner) || !wrapperNames.has(key.toLowerCase())) continue
    const found = findWrapped(inner, join(path, key), depth + 1)
    if (found !== null) return found
  }
  return null
}

/** What stands beside a list of records: counts, cursors, the query. */
function isAbout(key: string, value: unknown): boolean {
  return (
    !isObject(value) ||
    /^(_?links?|_?meta(data)?|paging|pagination|page|query|filters?|info|status)$/i.test(key)
  )
}

function largest(
  lists: { key: string; records: unknown[] }[],
): { key: string; records: unknown[] } | undefined {
  return lists.toSorted((one, other) => other.records.length - one.records.length)[0]
}

function isListOfRecords(list: readonly unknown[]): boolean {
  const looked = list.slice(0, 1000)
  return looked.length > 0 && looked.filter(isObject).length * 2 > looked.length
}

function hasListOfObjects(value: Record<string, unknown>): boolean {
  return Object.values(value).some((inner) => {
    if (Array.isArray(inner)) return inner.some(isObject)
    return isObject(inner) && hasListOfObjects(inner)
  })
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
