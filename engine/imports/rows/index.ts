export { compileRowReader } from './compile.ts'
export { previewRows } from './preview.ts'
