type Without<Value, Key extends PropertyKey> = Value extends unknown ? Omit<Value, Key> : never

/** A copy without some of its keys. */
export function without<Value extends object, Key extends keyof Value>(
  value: Value,
  ...keys: Key[]
): Without<Value, Key> {
  const left = Object.entries(value).filter(([key]) => !keys.some((one) => one === key))
  // what is left has every other key as it was
  return Object.fromEntries(left) as Without<Value, Key>
}
