/** Words of the list of problems, in Chinese; what they say stands in `sentences`. */
export const problemTextsZh = {
  none: "这个流程没有问题。",
  noneHelp: "改动之后会自动重新检查。",
  checking: "正在检查",
  ofFlow: "本流程",
  others: "其他文件",
  blank: "这里还没有选择",
  blankHelp: "从列表里选择一项。",
  line: "第{{line}}行",
  severity: { error: "错误", warning: "提醒", info: "建议" },
  fix: {
    connect: "选择去处",
    connectTo: "改为「{{name}}」",
    disconnect: "去掉这个出口",
    remove: "删除这个步骤",
    removeElement: "删除「{{name}}」",
    edit: "去修改",
  },
}
