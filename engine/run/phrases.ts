import { isChinese } from "../format/index.ts"
import type { Locale } from "../types.ts"

/** The few words that belong to asking itself, not to a flow: read-backs and the labels of their buttons. */
const zh = {
  yes: "是",
  no: "否",
  unsure: "不确定",
  confirm: "确认无误",
  change: (label: string) => `修改${label}`,
  skip: "跳过",
  skipped: "未提供",
  isIt: (label: string, value: string) => `${label}是「${value}」，对吗？`,
  stillIt: (label: string, value: string) => `${label}还是「${value}」吗？`,
  readBack: "请您核对以下信息：",
  which: "请问哪一项需要修改？",
  whichMeant: "请问您是想：",
  more: "还有吗？",
  accept: "同意",
  decline: "暂不同意",
  gateAgain: "这一步需要您明确表示意见，请点选下面的按钮，或直接回复按钮上的文字。",
  questionnaire: "请就以下每一项回答是、否或不确定：",
  allNo: "以上均为否",
  allNoToo: ["均为否", "全部为否", "都选否", "全部选否", "以上都没有", "以上全部没有"],
  restNo: "其余均为否",
  asBefore: "都和上次一样",
  measure: (value: string, type: string) =>
    type === "height" ? `${value}厘米` : type === "weight" ? `${value}公斤` : value,
  stillChecking: "正在核实您刚才提供的信息，请稍候。",
  mistaken: (label: string, value: string) => `${label} ${value} 没有通过校验，请您核对后再告诉我一次。`,
  invalid: (label: string) => `这个${label}好像不对，请您核对后再告诉我一次。`,
  filesLater: "稍后再传",
  uploaded: (name: string) => `已收到${name}。`,
  leaveFirst: (title: string) => `您现在的办理还没有完成，要先去${title}吗？`,
  goTo: (title: string) => `先去${title}`,
  stay: (title: string) => `继续${title}`,
  parkedOrNew: (title: string) => `您之前的${title}还在处理中，请问您想：`,
  parked: (title: string, keys: string) => `接着说之前的${title}${keys === "" ? "" : `（${keys}）`}`,
  another: (title: string) => `另外再办一笔${title}`,
  stillWaiting: (title: string) => `您的${title}正在处理中，有结果会马上通知您。`,
  command: {
    human: "找人工客服",
    complain: "投诉",
    cancel: "先不办了",
    skip: "跳过",
    repeat: "再说一遍",
  } as Readonly<Record<string, string>>,
}

const en: typeof zh = {
  yes: "Yes",
  no: "No",
  unsure: "Not sure",
  confirm: "All correct",
  change: (label) => `Change ${label}`,
  skip: "Skip",
  skipped: "not given",
  isIt: (label, value) => `${label}: ${value}. Is that right?`,
  stillIt: (label, value) => `${label}: still ${value}?`,
  readBack: "Please check these details:",
  which: "Which one should be changed?",
  whichMeant: "Which of these do you mean?",
  more: "Is there another one?",
  accept: "I agree",
  decline: "Not now",
  gateAgain:
    "This step needs your clear answer. Please use one of the buttons below, or reply with its exact words.",
  questionnaire: "Please answer yes, no or not sure to each:",
  allNo: "No to all of them",
  allNoToo: ["none of the above", "no to all of them", "no to all of these"],
  restNo: "No to the others",
  asBefore: "All as last time",
  measure: (value, type) => (type === "height" ? `${value} cm` : type === "weight" ? `${value} kg` : value),
  stillChecking: "Just checking what you told me, one moment please.",
  mistaken: (label, value) =>
    `${label} ${value} did not pass the check. Please look again and tell me once more.`,
  invalid: (label) => `That does not look like a valid ${label}. Please check and tell me once more.`,
  filesLater: "Send them later",
  uploaded: (name) => `${name} received.`,
  leaveFirst: (title) => `This is not finished yet. Go to "${title}" first?`,
  goTo: (title) => `Go to "${title}"`,
  stay: (title) => `Go on with "${title}"`,
  parkedOrNew: (title) => `Your earlier request "${title}" is still being worked on. What would you like?`,
  parked: (title, keys) => `The earlier one: ${title}${keys === "" ? "" : ` (${keys})`}`,
  another: (title) => `A new one: ${title}`,
  stillWaiting: (title) =>
    `Your request "${title}" is being worked on. We will tell you as soon as there is news.`,
  command: {
    human: "Talk to a person",
    complain: "Complain",
    cancel: "Stop this",
    skip: "Skip",
    repeat: "Repeat",
  },
}

export function phrases(locale: Locale): typeof zh {
  return isChinese(locale) ? zh : en
}
