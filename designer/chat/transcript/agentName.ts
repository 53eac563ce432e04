const doubleSurnames = [
  "欧阳",
  "司马",
  "上官",
  "诸葛",
  "东方",
  "皇甫",
  "尉迟",
  "公孙",
  "慕容",
  "令狐",
  "司徒",
  "夏侯",
  "端木",
]

/** Returns the surname of a person's name: 王敏 → 王, 欧阳静 → 欧阳, Min Wang → Wang. */
export function surnameOf(name: string): string {
  const trimmed = name.trim()
  if (!/^\p{Script=Han}/u.test(trimmed)) return trimmed.split(/\s+/).at(-1) ?? trimmed
  return doubleSurnames.find((surname) => trimmed.startsWith(surname)) ?? trimmed.slice(0, 1)
}
