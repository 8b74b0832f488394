// What the tests expect is written the English way, whatever the machine they run on speaks. Imported before anything that formats.
Object.defineProperty(globalThis, 'navigator', {
  value: { language: 'en-US', userAgent: '' },
  configurable: true,
})
