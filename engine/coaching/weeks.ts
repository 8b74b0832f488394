/** Number of the week that a day (day number) lies in. Weeks begin on Mondays; day 0, 1 January 1970, was a Thursday. */
export function weekOfDay(day: number): number {
  return Math.floor((day + 3) / 7)
}

/** Day number of the Monday of a week. */
export function mondayOf(week: number): number {
  return week * 7 - 3
}
