export { compileRowReader } from './compile.ts'
export type { CompiledRowReader } from './compile.ts'
export { previewRows } from './preview.ts'
export type { PreviewCell, PreviewRow } from './preview.ts'
