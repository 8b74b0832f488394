import type { MessageDescriptor } from '#speech'

/** A column of a table that is handed over. */
export interface HeldColumn {
  name: string
  /** `json` is kept apart in `data.json`; `agent` is the number of a person, of whom a first name is given. */
  type: 'text' | 'number' | 'flag' | 'day' | 'instant' | 'json' | 'agent' | 'act'
  sql: string
}

/** A table that is handed over: what of it, from where, and which columns stand on the page that people read. */
export interface HeldTable {
  name: string
  title: MessageDescriptor
  from: string
  where: string
  order: string
  columns: readonly HeldColumn[]
  onPage: readonly string[]
}

/** `name`, or `name: an expression`, of columns of one type. */
export function columns(type: HeldColumn['type'], ...described: string[]): HeldColumn[] {
  return described.map((one) => {
    const at = one.indexOf(': ')
    return at < 0 ? { name: one, type, sql: one } : { name: one.slice(0, at), type, sql: one.slice(at + 2) }
  })
}

/** A duration of the schema, in seconds. */
export function seconds(...described: string[]): HeldColumn[] {
  return described.map((one) => {
    const [name = '', field = ''] = one.split(': ')
    return { name: `${name}_seconds`, type: 'number', sql: `${field} / 1000.0` }
  })
}
