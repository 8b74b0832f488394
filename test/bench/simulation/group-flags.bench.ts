import { print } from '../lib/print.ts'
import { tallyFlags, type FlagWorld } from './group-flags.ts'

// Teams x drivers flagged as worse than the rest: how many flags are false, where nothing differs and where some does, against the stated 10%.
const worlds = Number(process.env['WORLDS'] ?? 300)
const size = { drivers: 12, observations: 12, agentSd: 1 }
const planted: FlagWorld[] = [
  { name: 'nothing differs, 8 teams of 8', teams: 8, agentsPerTeam: 8, share: 0, shift: 0, ...size },
  { name: 'nothing differs, 8 teams of 20', teams: 8, agentsPerTeam: 20, share: 0, shift: 0, ...size },
  { name: 'one in ten by 2 deltas, teams of 8', teams: 8, agentsPerTeam: 8, share: 0.1, shift: 2, ...size },
  { name: 'one in ten by 2 deltas, teams of 20', teams: 8, agentsPerTeam: 20, share: 0.1, shift: 2, ...size },
  { name: 'one in three by 3 deltas, of 8', teams: 8, agentsPerTeam: 8, share: 0.33, shift: 3, ...size },
]
const percent = (share: number) => `${(100 * share).toFixed(1)}%`
print('worlds', String(worlds))
for (const [index, world] of planted.entries()) {
  const { falseShare, naiveFalseShare, found, flagsPerWorld, naiveFlagsPerWorld } = tallyFlags(
    world,
    worlds,
    index + 1,
  )
  print(
    world.name,
    `false ${percent(falseShare)} (stated 10%), found ${percent(found)}, ${flagsPerWorld.toFixed(2)} flags; without a test: false ${percent(naiveFalseShare)}, ${naiveFlagsPerWorld.toFixed(1)} flags`,
  )
}
