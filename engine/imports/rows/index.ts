export { columnsNamedBy } from './columns-of-mapping.ts'
export { compileRowReader } from './compile.ts'
export { previewRows } from './preview.ts'
