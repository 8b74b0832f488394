// Did coaching work? Simulated centres in which those who looked lowest are coached, with and without an effect.
import { tallyWorld, WORLDS } from './effects/effect-simulation.ts'

const CENTRES = 300
const percent = (share: number) => `${(100 * share).toFixed(1)}%`

console.log(
  `${CENTRES} centres each. Without an effect: interval holds 0, false "improved", false "worse"; false "improved" of the comparison without the ` +
    'selecting weeks (and its false "worse"), of before and after, of the plain difference. "Improved" where coaching adds 1 and 2 true standard deviations.',
)
console.log('| centre | claims | held | improved | worse | left out | before/after | difference | +1 | +2 |')
for (const [index, world] of WORLDS.entries()) {
  const nothing = tallyWorld(world, CENTRES, 100 + index)
  const one = tallyWorld({ ...world, effect: 1 }, CENTRES, 200 + index)
  const two = tallyWorld({ ...world, effect: 2 }, CENTRES, 300 + index)
  const { matched } = nothing
  const leftOut = nothing['matched, selection left out']
  console.log(
    `| ${world.name} | ${matched.claims} | ${percent(matched.held)} | ${percent(matched.improved)} | ${percent(matched.worse)} | ${percent(leftOut.improved)} (${percent(leftOut.worse)}) | ` +
      `${percent(nothing['before and after'].improved)} | ${percent(nothing['plain difference'].improved)} | ${percent(one.matched.improved)} | ${percent(two.matched.improved)} |`,
  )
}
