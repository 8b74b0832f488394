export { streamRows, type RowsToRead } from './stream-rows.ts'
export type { RowSetAside } from './row-sink.ts'
