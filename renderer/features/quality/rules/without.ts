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

/** A copy in which one key that need not be there has a value, or is not there for undefined. */
export function withValue<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
  next: Value[Key] | undefined,
): Value {
  if (next !== undefined) return { ...value, [key]: next }
  // the key need not be there, so that what is left is still one of the same
  return without(value, key) as unknown as Value
}
