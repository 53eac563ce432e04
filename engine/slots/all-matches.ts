/**
 * Returns all matches of a global pattern, in order. As `matchAll`, but without the copy of the pattern that it makes
 * each time, which costs more than to find that a short text has no match.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    // Behind a match of nothing the next one is sought a whole character on.
    if (match[0] === "") pattern.lastIndex += String.fromCodePoint(text.codePointAt(match.index) ?? 0).length
  }
  return found
}
