import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { launchBrowser } from "../e2e/browser.ts"
import { type ChatServer, startChatServer } from "./chat-server.ts"

let browser: Browser
let server: ChatServer
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

beforeEach(async () => {
  server = await startChatServer()
  context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN" })
  page = await context.newPage()
  page.setDefaultTimeout(8_000)
})
afterEach(async () => {
  await context.close()
  await server.close()
})

const field = () => page.getByLabel("输入消息")
const bubble = (text: string) => page.locator(".bubble", { hasText: text })
const button = (name: string) => page.getByRole("button", { name, exact: true })

async function open(address = "/chat?locale=zh"): Promise<void> {
  await page.goto(server.url + address)
  await button("转人工客服").waitFor()
  await page.locator(".bubble").first().waitFor()
}

async function say(text: string): Promise<void> {
  await field().fill(text)
  await field().press("Enter")
}

/** Plays a scene of the fixed dialogue, and waits for its last words. */
async function play(scene: string, words: string): Promise<void> {
  server.play(scene)
  await page.getByText(words).last().waitFor()
}

const lastBody = () => server.received.at(-1)?.body

describe("sending", () => {
  it("sends what was typed with the last entry on the screen, and shows it once", async () => {
    await open()
    await say("退保")
    await bubble("请告诉我您的保单号。").waitFor()
    expect(server.received.map(({ body }) => body)).toEqual([{ text: "退保", seen: 2 }])
    expect(await page.locator(".line.customer").count()).toBe(1)
  })

  it("sends a quick reply as its choice and takes the buttons away", async () => {
    await open()
    await button("退保").click()
    await bubble("请告诉我您的保单号。").waitFor()
    expect(lastBody()).toEqual({ choice: "surrender", seen: 2 })
    expect(await page.locator(".quick-replies").count()).toBe(0)
  })

  it("sends 转人工 from the button that is always there", async () => {
    await open()
    await play("gate", "退保损失告知")
    await button("转人工客服").click()
    await page.getByText("正在为您转接人工客服，请稍候").waitFor()
    expect(lastBody()).toMatchObject({ text: "转人工" })
  })

  it("begins a line on Shift+Enter and sends nothing while a word is being composed", async () => {
    await open()
    await field().fill("第一行")
    await field().press("Shift+Enter")
    await field().dispatchEvent("keydown", { key: "Enter", isComposing: true })
    expect(await field().inputValue()).toBe("第一行\n")
    expect(server.received).toEqual([])
  })

  it("sends several choices together as words", async () => {
    await open()
    await play("several", "哪几份保单需要报案？")
    await button("安享一生").click()
    await button("意外保障").click()
    await button("选好了（2）").click()
    await expect.poll(lastBody).toMatchObject({ text: "安享一生、意外保障" })
  })

  it("uploads a file where one is asked for", async () => {
    await open()
    expect(await button("上传文件或照片").count()).toBe(0)
    await play("documents", "请上传住院发票")
    const chooser = page.waitForEvent("filechooser")
    await button("上传文件或照片").click()
    await (await chooser).setFiles({
      name: "发票.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    })
    await bubble("发票.pdf").waitFor()
    const upload = { name: "发票.pdf", mediaType: "application/pdf", size: 8, content: "JVBERi0xLjc=" }
    await expect.poll(lastBody).toMatchObject({ upload })
  })
})

describe("a line that breaks", () => {
  it("sends again under the same key when the answer was lost, and shows the message once", async () => {
    await open()
    server.loseNextAnswer()
    await say("退保")
    await expect.poll(() => server.received.length).toBe(2)
    await expect.poll(() => page.locator(".typing").count()).toBe(0)
    const [first, second] = server.received
    expect(second).toMatchObject({ key: first?.key, isRepeat: true })
    expect(await page.locator(".line.customer").count()).toBe(1)
    expect(await bubble("请告诉我您的保单号。").count()).toBe(1)
  })

  it("keeps messages while offline, says so, and sends them in order when the network is back", async () => {
    await open()
    await context.setOffline(true)
    await page.getByText("网络已断开，恢复后自动发送").waitFor()
    await say("退保")
    await say("P20230001234")
    await expect.poll(() => page.getByText("待发送").count()).toBe(2)
    expect(server.received).toEqual([])
    await context.setOffline(false)
    await bubble("请输入6位验证码").waitFor()
    expect(server.received.map(({ body }) => body)).toEqual([
      { text: "退保", seen: 2 },
      { text: "P20230001234", seen: 2 },
    ])
    expect(await page.getByText("网络已断开，恢复后自动发送").count()).toBe(0)
  })

  it("says in plain words that a message was not taken, and sends it again under the same key", async () => {
    await open()
    server.refuseNext(500, "internal")
    await say("退保")
    await page.getByText("没有发送成功").waitFor()
    expect(await page.locator("body").textContent()).not.toMatch(/internal|500/)
    await button("重新发送").click()
    await bubble("请告诉我您的保单号。").waitFor()
    expect(new Set(server.received.map(({ key }) => key)).size).toBe(1)
    expect(await page.locator(".line.customer").count()).toBe(1)
  })

  it("lets a message that was not taken be deleted", async () => {
    await open()
    server.refuseNext(413, "body-too-large")
    await say("退保")
    await page.getByText("文件太大，没有发送成功").waitFor()
    await button("删除").click()
    expect(await page.locator(".line.customer").count()).toBe(0)
  })

  it("shows an entry once when the stream sends it twice", async () => {
    server.stutter()
    await open()
    await play("done", "退保申请已受理")
    expect(await bubble("退保申请已受理").count()).toBe(1)
  })
})

describe("leaving and coming back", () => {
  it("resumes the conversation and the draft after a reload", async () => {
    await open("/chat?flow=surrender&locale=zh")
    await bubble("请告诉我您的保单号。").waitFor()
    await say("P20230001234")
    await bubble("请输入6位验证码").waitFor()
    await say("246810")
    await bubble("方便告诉我退保的原因吗？").waitFor()
    await field().fill("因为")
    await page.reload()
    await bubble("方便告诉我退保的原因吗？").waitFor()
    expect(await field().inputValue()).toBe("因为")
    expect(await button("急用钱").isEnabled()).toBe(true)
    await say("急用钱")
    await page.getByText("退保损失告知").first().waitFor()
  })

  it("keeps the draft of a sensitive answer only in this tab", async () => {
    await open()
    await play("account", "请输入本人名下的银行卡号。")
    await field().fill("622202")
    await page.reload()
    await bubble("请输入本人名下的银行卡号。").waitFor()
    expect(await field().inputValue()).toBe("622202")
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("622202")
  })

  it("begins anew with 新对话, without what was said", async () => {
    await open()
    await say("退保")
    await bubble("请告诉我您的保单号。").waitFor()
    await button("新对话").click()
    await expect.poll(() => page.locator(".line.customer").count()).toBe(0)
    await button("续期交费").waitFor()
  })

  it("begins anew when the server no longer knows the conversation", async () => {
    await open()
    await page.evaluate(() => {
      const held = localStorage.getItem("colloquy.chat.conversation") ?? ""
      localStorage.setItem("colloquy.chat.conversation", held.replace('"c1"', '"gone"'))
    })
    await page.reload()
    await button("退保").waitFor()
    await say("退保")
    await bubble("请告诉我您的保单号。").waitFor()
  })

  it("keeps what was not taken when the server forgets the conversation, and offers another", async () => {
    await open()
    server.refuseNext(404, "conversation-unknown")
    await say("退保")
    await page.getByText("这次对话已经失效").waitFor()
    await page.getByText("没有发送成功").waitFor()
    expect(await page.locator(".typing").count()).toBe(0)
    await button("新对话").last().click()
    await button("续期交费").waitFor()
    expect(await page.locator(".line.customer").count()).toBe(0)
  })

  it("says that the server cannot be reached, and begins as soon as it can", async () => {
    await page.route("**/api/conversations", (route) => route.abort())
    await page.goto(`${server.url}/chat?locale=zh`)
    await page.getByText("网络已断开").waitFor()
    await say("退保")
    await page.unroute("**/api/conversations")
    await page.evaluate(() => window.dispatchEvent(new Event("online")))
    await bubble("请告诉我您的保单号。").waitFor()
    expect(await page.getByText("网络已断开").count()).toBe(0)
  })

  it("opens the conversation without a flow that is not there", async () => {
    await open("/chat?flow=nothing&locale=zh")
    await button("退保").waitFor()
  })

  it("ends with a way to a new conversation and to a person", async () => {
    await open()
    await play("bye", "本次对话已结束")
    await button("转人工客服").click()
    await page.getByText("正在为您转接人工客服，请稍候").waitFor()
    expect(lastBody()).toMatchObject({ text: "转人工" })
  })
})

describe("cards", () => {
  it.each([
    { answer: "同意", choice: "accept", next: "请核对以下信息" },
    { answer: "暂不同意", choice: "decline", next: "您的保单继续有效" },
  ])("sends $choice from the card's button, which then rests", async ({ answer, choice, next }) => {
    await open()
    await play("gate", "退保损失告知")
    await button(answer).click()
    await page.getByText(next).waitFor()
    expect(lastBody()).toMatchObject({ choice })
    expect(await page.locator(".checkpoint .plain-button:disabled").count()).toBe(2)
    expect(
      await page.locator(".checkpoint .plain-button", { has: page.getByLabel("已选择") }).textContent(),
    ).toBe(answer)
  })

  it("gives both buttons of a checkpoint the same weight", async () => {
    await open()
    await play("gate", "退保损失告知")
    const looks = await page.locator(".checkpoint .plain-button").evaluateAll((buttons) =>
      buttons.map((each) => {
        const { width, height } = each.getBoundingClientRect()
        const { backgroundColor, color, fontWeight, fontSize, borderColor } = getComputedStyle(each)
        return { width, height, backgroundColor, color, fontWeight, fontSize, borderColor }
      }),
    )
    expect(looks[0]).toEqual(looks[1])
  })

  it("puts the key figure and the first lines above the whole text", async () => {
    await open()
    await play("gate", "退保损失告知")
    expect(await page.locator(".checkpoint .figure").textContent()).toBe("您今天退保可以拿回9,600.00元")
    expect(await page.locator(".lead-lines li").allInnerTexts()).toEqual([
      "您已交保险费20,000.00元，退保将损失10,400.00元。",
      "退保申请送达后，本合同及附加险的保障全部终止。",
      "退保金额为保单的现金价值，扣除未还的保单贷款及利息。",
    ])
    expect(await page.locator(".full-text").textContent()).toContain("五、如果您只是临时需要用钱")
  })

  it("records how far the text was read and asks nothing of it", async () => {
    await open()
    await play("gate", "退保损失告知")
    const shareAfter = async () => {
      await button("暂不同意").click()
      await page.getByText("您的保单继续有效").last().waitFor()
      return Number(server.received.at(-1)?.read)
    }
    const unread = await shareAfter()
    expect(unread).toBeLessThan(1)
    server.play("gate")
    await expect.poll(() => page.locator(".checkpoint").count()).toBe(2)
    await page
      .locator(".full-text")
      .last()
      .evaluate((box) => {
        box.scrollTop = box.scrollHeight
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      })
    expect(await shareAfter()).toBe(1)
  })

  it("changes a row of a read-back by its slot, and rests the older table", async () => {
    await open()
    await play("readBack", "请核对以下信息")
    expect(await page.locator(".quick-replies button").allInnerTexts()).toEqual(["信息无误", "先不办了"])
    await button("修改收款账户").click()
    await bubble("请输入本人名下的银行卡号。").waitFor()
    expect(lastBody()).toMatchObject({ choice: "change:account" })
    await say("6222020200012346621")
    await page.getByText("尾号6621的银行卡", { exact: true }).waitFor()
    const rests = await page
      .locator(".read-back button")
      .evaluateAll((each) => each.map((one) => one.matches(":disabled")))
    expect(rests).toEqual([true, true, true, false, false, false])
  })

  it("shows a questionnaire whole, takes each answer in its card, and draws no bubble for it", async () => {
    await open()
    await play("questionnaire", "近两年就医情况")
    const question = (name: string) => page.getByRole("group", { name })
    expect(await page.locator(".questions li").count()).toBe(3)
    expect(await page.locator(".quick-replies").count()).toBe(0)
    await question("是否住院或做过手术？").getByRole("button", { name: "不确定" }).click()
    await question("体检是否有异常并建议复查？").getByRole("button", { name: "否" }).click()
    await expect.poll(() => server.received.length).toBe(2)
    expect(server.received.map(({ body }) => body)).toMatchObject([
      { choice: "hospital:unsure" },
      { choice: "abnormal:no" },
    ])
    await expect
      .poll(() => page.locator(".answers [aria-pressed=true]").allInnerTexts())
      .toEqual(["不确定", "否"])
    expect(await page.locator(".line.customer").count()).toBe(0)
    await button("以上均为否").click()
    await expect.poll(lastBody).toMatchObject({ choice: "accept" })
    await expect.poll(() => page.locator(".given-answer").allInnerTexts()).toEqual(["不确定", "否"])
  })

  it("opens only links of protocols that a customer expects", async () => {
    await open()
    await play("done", "查看隐私政策")
    const link = page.getByRole("link", { name: "查看隐私政策" })
    expect(await link.getAttribute("href")).toBe("https://www.sample-life.example/privacy")
    expect(await link.getAttribute("rel")).toContain("noopener")
    expect(await bubble("S202603020017.pdf").count()).toBe(1)
  })
})

describe("the log", () => {
  const log = () => page.getByRole("log")
  const room = () => log().evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight)

  it("follows its end, also when the text grows", async () => {
    await open()
    await play("amount", "方便告诉我退保的原因吗？")
    await play("done", "退保申请已受理")
    await expect.poll(room).toBeLessThan(1)
    await button("显示与语言").click()
    await button("150%").click()
    await expect.poll(room).toBeLessThan(1)
  })

  it("shows what is taller than itself from its beginning", async () => {
    await page.setViewportSize({ width: 390, height: 560 })
    await open()
    await play("gate", "退保损失告知")
    const top = await page.locator(".checkpoint").evaluate((card) => card.getBoundingClientRect().top)
    const logTop = await log().evaluate((box) => box.getBoundingClientRect().top)
    expect(top - logTop).toBeGreaterThanOrEqual(0)
    expect(top - logTop).toBeLessThan(40)
  })

  it("leaves a reader alone who is further up, and tells him", async () => {
    await page.setViewportSize({ width: 390, height: 560 })
    await open()
    await play("amount", "方便告诉我退保的原因吗？")
    await play("done", "退保申请已受理")
    await log().hover()
    await page.mouse.wheel(0, -2000)
    await expect.poll(() => log().evaluate((box) => box.scrollTop)).toBe(0)
    server.play("bye")
    await button("有新消息").click()
    await expect.poll(room).toBeLessThan(1)
    expect(await button("有新消息").count()).toBe(0)
  })
})

describe("people and services at work", () => {
  it("draws a line at each change of holder, and names the agent by surname and number", async () => {
    await open()
    await say("转人工")
    await page.getByText("正在为您转接人工客服，请稍候").waitFor()
    server.agentAccepts()
    server.agentSays("您好，请问有什么可以帮您？")
    await bubble("您好，请问有什么可以帮您？").waitFor()
    server.agentReturns()
    await page.getByText("以下由智能客服为您服务").waitFor()
    expect(await page.locator(".holder-line").allInnerTexts()).toEqual([
      "正在为您转接人工客服，请稍候",
      "以下由人工客服为您服务 · 王客服 工号1024",
      "以下由智能客服为您服务",
    ])
    expect(await page.locator(".speaker").textContent()).toMatch(/王客服\s*工号1024/)
  })

  it("shows typing only while a service works", async () => {
    await open()
    expect(await page.locator(".typing").count()).toBe(0)
    await say("查询")
    await page.locator(".typing", { hasText: "正在为您办理" }).waitFor()
    await play("amount", "方便告诉我退保的原因吗？")
    expect(await page.locator(".typing").count()).toBe(0)
  })
})

describe("keypads", () => {
  it.each([
    { scene: "policy", mode: "text", complete: "off" },
    { scene: "code", mode: "numeric", complete: "one-time-code" },
    { scene: "account", mode: "numeric", complete: "off" },
    { scene: "phone", mode: "tel", complete: "tel" },
    { scene: "money", mode: "decimal", complete: "off" },
    { scene: "idCard", mode: "numeric", complete: "off", key: "输入字母X" },
    { scene: "date", mode: "text", complete: "off", key: "选择日期" },
  ])("fits what is asked: $scene", async ({ scene, mode, complete, key }) => {
    await open()
    server.play(scene)
    await expect.poll(() => field().evaluate((each) => each.tagName)).toBe("INPUT")
    expect(await field().getAttribute("inputmode")).toBe(mode)
    expect(await field().getAttribute("autocomplete")).toBe(complete)
    expect(await page.locator(".key-button").count()).toBe(key === undefined ? 0 : 1)
    if (key !== undefined) await button(key).waitFor()
  })

  it("asks for another one-time code by a button", async () => {
    await open()
    await play("code", "请输入6位验证码")
    await button("重新发送验证码").click()
    await expect.poll(() => bubble("请输入6位验证码").count()).toBe(2)
    expect(lastBody()).toMatchObject({ text: "重发" })
  })

  it("types the X that the numeric keypad lacks", async () => {
    await open()
    await play("idCard", "请输入身份证号码。")
    await field().fill("11010519491231002")
    await button("输入字母X").click()
    expect(await field().inputValue()).toBe("11010519491231002X")
  })
})

describe("languages", () => {
  it("begins anew in the other language while nothing was said", async () => {
    await open()
    await button("EN").click()
    await page.getByText("What can I do for you?").waitFor()
    await page.getByLabel("Message").fill("surrender")
    await page.keyboard.press("Enter")
    await page.getByText("What is your policy number?").waitFor()
    expect(await page.locator("html").getAttribute("lang")).toBe("en")
  })

  it("keeps a conversation in its language, and offers a new one", async () => {
    await open()
    await say("退保")
    await bubble("请告诉我您的保单号。").waitFor()
    await button("EN").click()
    await page.getByText("This conversation is in Chinese").waitFor()
    expect(await bubble("请告诉我您的保单号。").count()).toBe(1)
    await page.getByRole("button", { name: "Talk to a person" }).click()
    await expect.poll(lastBody).toMatchObject({ text: "转人工" })
    await button("Start in English").click()
    await page.getByText("What can I do for you?").waitFor()
  })
})
