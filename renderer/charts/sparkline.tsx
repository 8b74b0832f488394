import classes from './sparkline.module.css'
import { domainOf, positionIn } from './scale.ts'

/** Values in order of time, gaps where there were none, the last one marked. `label` says what a sighted reader sees. */
export function Sparkline({
  values,
  reference = null,
  label,
  height = 30,
}: {
  values: (number | null)[]
  /** A level to compare with (the peers), drawn behind. */
  reference?: number | null
  label: string
  height?: number
}) {
  const width = 100
  const domain = domainOf([...values, reference])
  const x = (index: number) => (values.length < 2 ? width / 2 : (index / (values.length - 1)) * width)
  const y = (value: number) => height - 3 - positionIn(domain, value) * (height - 6)
  const path = values
    .map((value, index) => {
      if (value === null) return ''
      const isContinued = index > 0 && values[index - 1] !== null
      return `${isContinued ? 'L' : 'M'}${x(index).toFixed(2)} ${y(value).toFixed(2)}`
    })
    .join('')
  const lastIndex = values.findLastIndex((value) => value !== null)
  const last = values[lastIndex]
  return (
    <svg
      className={classes.sparkline}
      width="100%"
      height={height}
      role="img"
      aria-label={label}
      overflow="visible"
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        width="100%"
        height={height}
        overflow="visible"
      >
        {reference !== null && (
          <line className={classes.reference} x1={0} x2={width} y1={y(reference)} y2={y(reference)} />
        )}
        <path className={classes.line} d={path} />
      </svg>
      {last !== undefined && last !== null && (
        <circle className={classes.last} cx={`${x(lastIndex)}%`} cy={y(last)} r={3} />
      )}
    </svg>
  )
}
