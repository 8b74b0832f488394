// The ranking simulation as a benchmark: planted centres, the naive rule beside, and the speed of assessing 2,000 agents.
import './main.ts'
