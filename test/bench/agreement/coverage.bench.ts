import { agreementOf, ratingsTable, type Coefficient } from '../../../engine/statistics/index.ts'
import { rateWorld, truthOf, type RatedWorld } from '../../support/rated-world.ts'
import { print } from '../lib/print.ts'

// How often 95% intervals hold the truth, and how often they begin above it. `WORLDS=200` in the environment makes it shorter.
const WORLDS = Number(process.env['WORLDS'] ?? 2000)

const worlds: [string, Omit<RatedWorld, 'items'>][] = [
  ['2 raters, half yes, 82% agree', { raters: 2, prevalence: 0.5, accuracy: 0.9 }],
  ['2 raters, a tenth no, 91% agree', { raters: 2, prevalence: 0.9, accuracy: 0.95 }],
  ['2 raters, a fifth no, 94% agree', { raters: 2, prevalence: 0.8, accuracy: 0.97 }],
  ['2 raters, a twentieth no, 96% agree', { raters: 2, prevalence: 0.95, accuracy: 0.98 }],
  ['4 raters, a third no, 75% agree', { raters: 4, prevalence: 0.7, accuracy: 0.85 }],
  ['4 raters, a tenth no, 91% agree', { raters: 4, prevalence: 0.9, accuracy: 0.95 }],
]

for (const [name, world] of worlds)
  for (const items of [20, 50, 100, 200]) {
    const truth = truthOf({ ...world, items })
    const found = Array.from({ length: WORLDS }, (_, seed) =>
      agreementOf(ratingsTable(rateWorld({ ...world, items }, seed + 1), 'nominal', ['yes', 'no']), {
        resamples: 1000,
        seed,
      }),
    )
    const kappas = found.map((one) => (world.raters === 2 ? one.cohenKappa : one.fleissKappa))
    print(
      `${name}, ${items} items`.padEnd(48),
      [
        `share ${held(
          found.map((one) => one.percentAgreement),
          truth.agreement,
        )}`,
        `kappa ${held(kappas, truth.kappa)}`,
        `alpha ${held(
          found.map((one) => one.alpha),
          truth.kappa,
        )}`,
        `AC1 ${held(
          found.map((one) => one.ac1),
          truth.ac1,
        )}`,
      ].join('  '),
    )
  }

function held(coefficients: readonly Coefficient[], truth: number): string {
  const valued = coefficients.filter((one) => one.value !== null)
  const percent = (count: number) => `${((100 * count) / valued.length).toFixed(1)}%`
  const holds = valued.filter(({ low, high }) => low <= truth + 1e-9 && truth <= high + 1e-9)
  const tooHigh = valued.filter(({ low }) => low > truth + 1e-9)
  return `${percent(holds.length)} (${percent(tooHigh.length)})`
}
