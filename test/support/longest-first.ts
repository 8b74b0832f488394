import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Parts of paths of what takes longest, that first: begun last, it would keep one worker while the others have nothing left to do. */
const longest = [
  '/robustness/kills.',
  '/e2e/accessibility.',
  '/robustness/',
  '/desktop/',
  '/e2e/',
  '/attack/stored-xss.',
  '/contract/',
  '/unit/recordings/flow/',
]

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((part) => moduleId.includes(part))
  return place === -1 ? longest.length : place
}

/** The order of test files: a clean clone remembers no durations, and the size of a file says little of them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
