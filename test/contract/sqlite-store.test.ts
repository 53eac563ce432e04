import { join } from "node:path"
import { afterAll } from "vitest"
import { openDatabase } from "../../server/db/open-database.ts"
import { createSqliteStore } from "../../server/db/sqlite-store.ts"
import { temporaryFolder } from "../server/start-shell.ts"
import { storeContract } from "./store.ts"

const folder = temporaryFolder()
afterAll(() => folder.remove())
let count = 0
const file = () => join(folder.path, `${count}.db`)
const open = async () => createSqliteStore(openDatabase(file()))

storeContract(
  "SQLite",
  () => {
    count += 1
    return open()
  },
  open,
)
