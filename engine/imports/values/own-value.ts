/** The value a record holds under a key from a file; keys such as `constructor` find nothing they were not given. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
