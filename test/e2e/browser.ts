import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { type Browser, chromium } from "playwright-core"

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
]

/**
 * Starts a real Chromium for a test. A fresh Debian on which we are root gets Chromium and a Chinese font from its
 * own packages first; anywhere else a missing one is an error that says how to mend it. Never skips.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser() ?? installed("Chromium", ["chromium"], findBrowser)
  if (!hasChineseFont())
    installed("A Chinese font", ["fonts-noto-cjk", "fontconfig"], () => hasChineseFont() || null)
  return chromium.launch({ executablePath, args: flags })
}

function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH is "${named}", and nothing is there: correct or unset it.`)
  }
  const onPath = (process.env.PATH ?? "")
    .split(":")
    .flatMap((folder) =>
      ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"].map((name) =>
        join(folder, name),
      ),
    )
  const places = [
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    ...onPath,
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ...playwrightCache(),
  ]
  return places.find((place) => existsSync(place)) ?? null
}

/** The browsers that Playwright itself has downloaded, the newest first. */
function playwrightCache(): readonly string[] {
  const folders = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? "",
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
  ].filter((folder) => folder !== "" && existsSync(folder))
  const inside = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ]
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((name) => inside.map((path) => join(folder, name, path))),
  )
}

/** Without `fc-list` only Linux is in doubt: other systems bring Chinese fonts along. */
function hasChineseFont(): boolean {
  try {
    return execFileSync("fc-list", [":lang=zh"], { encoding: "utf8" }).trim() !== ""
  } catch {
    return process.platform !== "linux"
  }
}

/** Installs Debian packages, one test process at a time, and returns what `find` then finds. */
function installed<Found>(what: string, packages: readonly string[], find: () => Found | null): Found {
  const byHand = `apt-get update && apt-get install -y ${packages.join(" ")}`
  if (process.getuid?.() !== 0 || !isDebian()) {
    throw new Error(
      `${what} is missing, and the tests in a real browser need it. Install it (Debian, Ubuntu: "sudo ${byHand}")${
        what === "Chromium" ? ", or name a Chrome or Chromium in CHROMIUM_PATH" : ""
      }.`,
    )
  }
  try {
    execFileSync("flock", ["/tmp/colloquy-packages.lock", "sh", "-c", `${byHand} >&2`], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "ignore", "pipe"],
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (error) {
    throw new Error(`${what} could not be installed. Run "${byHand}" by hand and see what it says.`, {
      cause: error,
    })
  }
  const found = find()
  if (found === null) throw new Error(`"${byHand}" ran, yet ${what} is still missing: set CHROMIUM_PATH.`)
  return found
}

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"))
  } catch {
    return false
  }
}
