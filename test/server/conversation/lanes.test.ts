import { describe, expect, it } from "vitest"
import { createLanes } from "../../../server/conversation/lanes.ts"

describe("lanes", () => {
  it("run the work of one key in the order in which it was asked for, also after one failed", async () => {
    const lanes = createLanes()
    const done: string[] = []
    const work = (name: string) => async () => {
      await Promise.resolve()
      done.push(name)
      if (name === "a2") throw new Error("a2 fails")
    }
    const asked = ["a1", "a2", "a3"].map((name) => lanes.run("a", work(name)))
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ])
    expect(done).toEqual(["a1", "a2", "a3"])
  })

  it("take each step for all keys of a round before the next step of any", async () => {
    const lanes = createLanes()
    const steps: string[] = []
    const work = (name: string) => async () => {
      steps.push(`${name} reads`)
      await Promise.resolve()
      steps.push(`${name} decides`)
    }
    await Promise.all(["a", "b", "c"].map((name) => lanes.run(name, work(name))))
    expect(steps).toEqual(["a reads", "b reads", "c reads", "a decides", "b decides", "c decides"])
  })

  it("start a crowd in rounds, the first of it done before the last begins", async () => {
    const lanes = createLanes()
    const begun: string[] = []
    const done: string[] = []
    const doneBefore = new Map<string, number>()
    const work = (name: string) => async () => {
      begun.push(name)
      doneBefore.set(name, done.length)
      await Promise.resolve()
      done.push(name)
    }
    const crowd = Array.from({ length: 150 }, (_, at) => `key ${at}`)
    await Promise.all(crowd.map((name) => lanes.run(name, work(name))))
    expect(begun).toEqual(crowd)
    expect(doneBefore.get("key 0")).toBe(0)
    expect(doneBefore.get("key 149")).toBeGreaterThan(100)
  })

  it("are idle when nothing is left, what was asked for meanwhile included", async () => {
    const lanes = createLanes()
    let done = 0
    void lanes.run("a", async () => {
      void lanes.run("b", async () => {
        done += 1
      })
      done += 1
    })
    await lanes.idle()
    expect(done).toBe(2)
  })
})
