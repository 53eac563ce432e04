const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = "10X98765432"

/** Returns 17 digits with the check character of GB 11643-1999 (ISO 7064 MOD 11-2) behind them. */
export function withIdCheck(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return `${first17}${ID_CHECKS[sum % 11]}`
}

/** Whether an 18-character identity number bears its check character. */
export function isIdNumber(number: string): boolean {
  return /^\d{17}[\dX]$/.test(number) && withIdCheck(number.slice(0, 17)) === number
}

/** Whether a card number passes the Luhn check (ISO/IEC 7812-1). */
export function isCardNumber(number: string): boolean {
  if (!/^\d{13,19}$/.test(number)) return false
  const sum = [...number].reverse().reduce((total, digit, at) => total + luhn(Number(digit), at), 0)
  return sum % 10 === 0
}

/** Returns the card number that has this issuer, this serial of seven digits and these last four, and passes Luhn. */
export function cardNumber(issuer: string, serial: number, last4: string): string {
  const front = `${issuer}${String(serial).padStart(7, "0")}`
  for (let filler = 0; filler < 10; filler += 1) {
    const number = `${front}${filler}${last4}`
    if (isCardNumber(number)) return number
  }
  throw new Error(`No digit makes "${front}?${last4}" pass Luhn: issuer and last four must be digits.`)
}

function luhn(digit: number, fromRight: number): number {
  const doubled = fromRight % 2 === 1 ? digit * 2 : digit
  return doubled > 9 ? doubled - 9 : doubled
}
