const numbers = (text: string) => text.split(' ').map(Number)

const tumours = numbers(
  '0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 1 5 2 5 3 2 7 7 3 3 2 9 10 4 4 4 4 4 4 4 10 4 4 4 ' +
    '5 11 12 5 5 6 5 6 6 6 6 16 15 15 9 4',
)
const rats = numbers(
  '20 20 20 20 20 20 20 19 19 19 19 18 18 17 20 20 20 20 19 19 18 18 25 24 23 20 20 20 20 20 20 10 49 19 46 27 17 49 ' +
    '47 20 20 13 48 50 20 20 20 20 20 20 20 48 19 19 19 22 46 49 20 20 23 19 22 20 20 20 52 46 47 24 14',
)

/** Rats with tumours in 70 historical groups and, last, the current one (Tarone 1982; BDA3 Table 5.1). */
export const ratTumours = tumours.map((passes, i) => ({ passes, n: rats[i] ?? 0 }))
