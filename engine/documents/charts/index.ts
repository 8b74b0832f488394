export { bars, type Bar } from './bars.ts'
export { heatMap, type HeatCell, type HeatMap } from './heat-map.ts'
export { intervalRows, type IntervalRow } from './interval-rows.ts'
export { sparkline, trend, type TrendLimits, type TrendPoint } from './trend.ts'
