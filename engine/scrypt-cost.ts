/** What a new passphrase costs, as OWASP's cheat sheet on storing passwords asks: N = 2^17, 128 MB of memory a guess. What is kept says its own. */
export const SCRYPT_COST = { logN: 17, r: 8, p: 1 }
