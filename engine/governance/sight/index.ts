export { fence } from './fence.ts'
export { guardInput } from './guard.ts'
export { scopeOf } from './scopes.ts'
export { createSights, type Sight, type Sights } from './sight.ts'
