export { findHeld } from './find.ts'
export { writePackage, type PackageOrder } from './package/write-package.ts'
export { whomOf } from './whom.ts'
