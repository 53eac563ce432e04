/**
 * Returns all matches of a global pattern, in order. As `matchAll`, but without the copy of the pattern that it makes
 * each time, which costs more than to find that a short text has no match.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === "") pattern.lastIndex += 1
  }
  return found
}
