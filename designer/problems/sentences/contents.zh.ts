/** What the engine says of slots, texts, regulated texts, rules, knowledge and files, in Chinese; see `flows.zh.ts`. */
export const contentSentencesZh = {
  'No entry of the knowledge is about clause {0} of "{1}".': "还没有知识条目讲产品「{1}」的第{0}条。",
  'Write one, or add "clause:{0}/{1}" to the `about` of the entry that answers it.':
    "在知识里写一条回答，或在已有条目里注明它讲的是这一条。",
  "The text has the figure {0} in digits.": "数字{0}直接写在了文字里。",
  "If it is {0}, write that.": "如果它就是{path:0}，请插入这个参数，改数字时不用逐处修改。",
  'There are two knowledge entries "{0}".': "有两条知识的编号都是「{0}」。",
  "Give one of them another id, also when they stand in two files.": "给其中一条换个编号。",
  'The entry "{0}" leads to the flow "{1}", which does not exist.':
    "知识「{0}」要引到流程「{1}」，但没有这个流程。",
  'The entry "{0}" is about "{1}", which is of no known kind.': "知识「{0}」讲的是「{1}」，写法不认识。",
  "Write one of {0}.": "按这几种写法之一填写：{0}。",
  'The entry "{0}" is about the flow "{1}", which does not exist.': "知识「{0}」讲的流程「{1}」不存在。",
  'The entry "{0}" is about "{1}", which products.yaml does not have.':
    "知识「{0}」讲的「{1}」，产品资料里没有。",
  'This text has no locale, so it reads the same in {0}: "{1}".':
    "这段文字没有分语言，{locale:0}客户看到的都一样：「{1}」。",
  "Write it for each.": "每种语言各写一份。",
  'This text is missing in "{0}".': "缺少{locale:0}的文字。",
  'Add "{0}": a customer may only accept what he can read.': "补上{locale:0}：客户只能同意他看得懂的内容。",
  'Add "{0}"; until then customers read it in "{1}".': "补上{locale:0}；在此之前，客户看到的是{locale:1}。",
  '"{0}" is no locale of the flow set, so nobody reads this text.':
    "没有启用「{0}」这种语言，没有人看得到这段文字。",
  "The locales are {0}.": "启用的语言有：{locale:0}。",
  'The text does not say the same in "{0}" and "{1}": {2} stands in one of them only.':
    "{locale:0}和{locale:1}说的不一样：{path:2}只在其中一种里出现。",
  "Name the value in both, or in neither.": "两种语言都提到它，或都不提。",
  'There is no questionnaire "{0}".': "没有问卷「{0}」。",
  'Version "{0}" of the questionnaire "{1}" has no question "{2}".':
    "问卷「{wording:1}」第{0}版没有问题「{2}」。",
  'No question shown here is of the group "{0}".': "这里的问卷没有「{0}」这一组问题。",
  'Version "{0}" asks "{1}" twice.': "第{0}版里问题「{1}」出现了两次。",
  "Give one of the questions another id.": "给其中一个问题换个编号。",
  'The question "{0}" is followed by "{1}", which version "{2}" does not ask.':
    "问题「{0}」之后要追问「{1}」，但第{2}版没有这个问题。",
  'There are two rules "{0}".': "有两条规则的编号都是「{0}」。",
  "Give one of them another id.": "给其中一个换个编号。",
  'The rule "{0}" has no form.': "规则「{rule:0}」还没有写要求。",
  'The rule "{0}" has {1} forms: {2}.': "规则「{rule:0}」写了{1}种要求：{field:2}。",
  "Give each rule one of {0}.": "每条规则只写一种要求：{field:0}。",
  'The rule "{0}" does not say what must come before.': "规则「{rule:0}」没有写明之前必须做到什么。",
  "Add `all` or `any` with the names.": "选择须全部做到，或做到其一，再列出内容。",
  '"{0}" is no name that a rule may use.': "规则里不能写「{0}」。",
  "Write state:flow/state, checkpoint:wording, show:wording, ask:slot, fill:slot, service:operation, outcome:flow/name or handoff, with * and [attribute=value].":
    "规则说的须是步骤、合规节点、出示话术、询问、填写、系统调用、结局或转人工。",
  '"{0}" in "{1}" is no attribute of {2}.': "「{1}」里的「{0}」不能用来筛选。",
  '"{0}" means nothing that the flows have, so the rule would hold of nothing.':
    "规则说的「{selector:0}」在流程里找不到，这条规则就落空了。",
  "Nothing of that kind has these attributes.": "没有符合这些条件的内容，请放宽或改正条件。",
  'In `{0}`, read in the flow "{1}": {2}': "在流程「{flow:1}」里看条件「{0}」：{2}",
  'The slot "{0}" is asked for, but has no question.': "要询问信息项「{slot:0}」，但还没有写怎么问。",
  "Give it `ask`, or a `default`.": "写上怎么问，或给一个默认值。",
  'The slot "{0}" has `until`, but its type is "{1}".':
    "信息项「{slot:0}」要收齐为止，但它的类型是{type:1}。",
  "Only documents are asked for until there are enough; make its type `documents`, or delete `until`.":
    "只有材料可以收齐为止：把类型改为材料，或去掉这个条件。",
  'The slot "{0}" has fields, but is no list.': "信息项「{slot:0}」有下级字段，但它不是列表。",
  "Make its type `list`, or delete `of`.": "把类型改为列表，或去掉字段。",
  'The list "{0}" does not say what its records hold.': "列表「{slot:0}」还没有写每条包含什么。",
  "Declare the fields under `of`, each like a slot.": "加上每条记录的字段。",
  'The list "{0}" wants at least {1} records and at most {2}.':
    "列表「{slot:0}」至少要{1}条，最多却只能{2}条。",
  "Let `min` be no more than `max`.": "让最少条数不大于最多条数。",
  'The field "{0}" of the list "{1}" is asked for, but has no question.':
    "要询问列表「{slot:1}」的字段「{0}」，但还没有写怎么问。",
  '"{0}" of the slot "{1}" is no type.': "信息项「{slot:1}」的类型「{0}」不存在。",
  'The slot "{0}" is a choice without options.': "信息项「{slot:0}」是选择题，但没有选项。",
  "Give it `options`: a map of keys with labels, or `{ from, key, label }` for what the data offers.":
    "加上选项，或让选项来自系统返回的列表。",
  'The slot "{0}" has options, but its type is "{1}".': "信息项「{slot:0}」有选项，但它的类型是{type:1}。",
  "Make its type `choice` or `choices`, or delete `options`.": "把类型改为单选或多选，或去掉选项。",
  'The option "{0}" of the slot "{1}" has the key of a button of ours.':
    "信息项「{slot:1}」的选项编号「{0}」与系统按钮重名。",
  "Give it another key; accept, decline, yes, no, skip, before and what has a colon mean something everywhere.":
    "换一个编号。accept、decline、yes、no、skip、before 和带冒号的编号另有用途。",
  'The default of the slot "{0}" is {1}, which is none of its options.':
    "信息项「{slot:0}」的默认值{1}不在选项里。",
  'The slot "{0}" needs "{1}", which is no wording or questionnaire.':
    "信息项「{slot:0}」须先同意「{1}」，但没有这份话术或问卷。",
  '"{0}" is a built-in type and cannot be declared again.': "「{type:0}」是自带的类型，不能再登记。",
  "Give the type another name.": "给这个类型换个名称。",
  'The type "{0}" needs either a pattern or values.': "类型「{type:0}」须有格式或可选的值，二者选一。",
  "Write `pattern` with a regular expression, or `values` with keys and labels.":
    "写上格式，或列出可选的值和名称。",
  'The pattern of the type "{0}" is no regular expression: {1}': "类型「{type:0}」的格式写得不对：{1}",
  "Close every bracket; write a backslash twice between double quotes.":
    "括号要成对；双引号里的反斜杠写两个。",
  'The text uses "{0}", a word to avoid.': "文字里用了不宜用的词「{0}」。",
  "Say it in other words; the list is `terms.avoid` in flowset.yaml.": "换一种说法。",
  'In "{0}": {1}': "文字「{0}」处有误：{1}",
  "There is no {{0}}.": "没有「{path:0}」这个变量。",
  'There is no {{0}} in the flow "{1}", which shows this text.':
    "流程「{flow:1}」要出示这段文字，但它没有「{path:0}」这个变量。",
  "Did you mean {{0}{1}}?": "是不是「{0}{1}」？",
  "A path begins with {0}.": "变量以这些开头：{0}。",
  "Did you mean {{0}.{1}}?": "是不是「{0}.{1}」？",
  'Nothing is declared under "{0}".': "「{path:0}」里没有登记任何内容。",
  '"{0}" is a {1}, without parts.': "「{path:0}」是{type:1}，没有下一级。",
  '"{0}" has {1}.': "「{path:0}」里有：{1}。",
  'The flow "{0}" has {1} of the {2} examples in "{3}" that are needed to tell it from others.':
    "流程「{flow:0}」只有{1}句{locale:3}的触发说法，至少要{2}句才能与别的流程区分开。",
  "Add ways in which customers say it: short, long, as a question, in other words.":
    "补充客户的各种说法：短的、长的、问句、换个词的。",
  'The example "{0}" stands twice in the flow "{1}".': "触发说法「{0}」在流程「{flow:1}」里写了两次。",
  "Delete one, or say it in other words.": "删去一句，或换个说法。",
  '"{0}" is an example of the flow "{1}" and of "{2}", so it tells neither.':
    "「{0}」既是流程「{flow:1}」又是「{flow:2}」的触发说法，无法区分。",
  "Keep it in the flow that a customer who says it wants.": "只留在客户真正想办的那个流程里。",
  '"{0}" is asked of the entry "{1}" and of {2}, so either may answer.':
    "「{0}」既问到知识「{1}」，又问到{2}，不知由谁回答。",
  'the entry "{0}"': "知识「{0}」",
  'the flow "{0}"': "流程「{flow:0}」",
  "Keep it where a customer who says it is best served.": "只留在最能答好客户的那一处。",
  '"{0}" of the parameter "{1}" is no type.': "参数「{parameter:1}」的类型「{0}」不存在。",
  '"{0}" of "{1}" in `{2}` is no type.': "「{data:1}」的类型「{0}」不存在。",
  '"{0}" of the derived value "{1}" is no type.': "推算的值「{derived:1}」的类型「{0}」不存在。",
  'Nothing asks for or reads the slot "{0}".': "信息项「{slot:0}」没有地方询问，也没有地方用到。",
  "Ask for it in a collect, or delete it.": "在询问步骤里用上它，或删除。",
  'The data "{0}" are kept, but nothing reads them.': "数据「{data:0}」保留了，但没有地方用到。",
  "Read them somewhere, or delete the entry and its `save`.": "用上它，或不再保留。",
  'Nothing reads the derived value "{0}".': "推算的值「{derived:0}」没有地方用到。",
  "Use it, or delete it.": "用上它，或删除。",
  'No text, condition or timer uses the parameter "{0}".': "没有文字、条件或计时用到参数「{parameter:0}」。",
  'No state hands over to the queue "{0}".': "没有步骤转到队列「{queue:0}」。",
  'No flow waits for or starts on the event "{0}".': "没有流程等待事件「{event:0}」，也没有流程由它启动。",
  'No flow uses the shared slot "{0}".': "没有流程用到共用的信息项「{slot:0}」。",
  'No slot, value or field of a schema is of the type "{0}".': "没有地方用到类型「{type:0}」。",
  'No flow needs the default state "{0}".': "没有流程用到公共步骤「{state:0}」。",
  "Lead to it, or delete it.": "让出口通向它，或删除。",
  'No flow calls the operation "{0}".': "没有流程用到系统调用「{operation:0}」。",
  "Call it, or delete it.": "用上它，或删除。",
  'No flow shows the wording "{0}".': "没有流程出示合规话术「{wording:0}」。",
  'No flow shows the questionnaire "{0}".': "没有流程用到问卷「{wording:0}」。",
  "Show it, or delete the file.": "用上它，或删除。",
  'Nothing starts the flow "{0}".': "没有什么会启动流程「{flow:0}」。",
  "Give it triggers, run it as a sub-flow, or delete it.": "写上触发说法，或由别的流程运行它，或删除。",
  'The versions "{0}" and "{1}" of "{2}" are in force on the same days.':
    "「{wording:2}」的第{0}版和第{1}版在同一天都有效。",
  "Let one end (`effectiveTo`) on the day before the other begins.": "让旧版在新版生效的前一天失效。",
  '"{0}" has two versions "{1}".': "「{wording:0}」有两个第{1}版。",
  "Give the newer one the next number; evidence refers to it by that name.":
    "给新的一版下一个版本号；同意的证据要靠它区分。",
  'Version "{0}" of "{1}"': "「{wording:1}」第{0}版",
  "{0} is not approved, so it may not be shown to customers.": "{0}还没有审批，不能给客户看。",
  "Have it approved by someone who did not write it; the server then adds `approved`.":
    "请没有参与撰写的合规人员审批。",
  "{0} was edited after approval: its text is not the one that {1} approved on {2}.":
    "{0}在审批之后又改过，不是{1}在{2}审批的原文。",
  "Undo the edit, or add a new version with the changed text and have that approved.":
    "撤销改动，或把新文字作为新的一版重新审批。",
  '"{0}" in `{1}` is no date.': "{field:1}「{0}」不是日期。",
  "Write a day that exists as YYYY-MM-DD.": "写一个存在的日期，例如 2026-03-01。",
  'Version "{0}" of "{1}" is never in force: it ends on {2}, before it begins on {3}.':
    "「{wording:1}」第{0}版永远不会生效：{2}失效，早于{3}生效。",
  "Let it end on the day on which it begins or later.": "让失效日期不早于生效日期。",
  'There is no wording "{0}".': "没有合规话术「{0}」。",
  'The rule "{0}" could not finish: {1}': "检查「{0}」没有做完：{1}",
  "This is a fault of the checker, not of your flows. Please report it with the files that show it.":
    "这是检查程序的问题，不是流程的问题，请联系管理员。",
  '"{0}" stands in two files.': "编号「{0}」在两个文件里重复。",
  "The calendar cannot be read: {0}": "日历写得不对，读不出来。",
  'Write days as "2026-10-01/2026-10-07" and hours as "09:00-18:00".':
    "日期写作 2026-10-01/2026-10-07，时间写作 09:00-18:00。",
  'The flow set has no "{0}".': "缺少文件「{0}」。",
  'Write "{0}" into the flow set\'s folder; the language reference shows its fields.':
    "在流程集里补上文件「{0}」。",
  'The flow "{0}" stands in the folder "{1}".': "流程的编号是「{0}」，所在的文件夹却是「{1}」。",
  'Name the folder "{0}", or the flow "{1}".': "把文件夹改为「{0}」，或把流程编号改为「{1}」。",
  "There is none yet: declare one.": "还没有可选的，请先新建。",
  "There are: {0}.": "可以选择：{any:0}。",
  'Did you mean "{0}"?': "是不是「{any:0}」？",
  "The file is not valid YAML: {0}": "这个文件读不出来：{0}",
  "Mend the text at this place. Texts with { } : # , or quotation marks stand in quotes; maps are indented by two spaces.":
    "在标出的位置改正。文字里有 { } : # , 或引号时，要放进引号里；下一级缩进两个空格。",
  "the line does not begin in the column in which it should.": "这一行没有对齐，缩进不对。",
  "a quotation mark, bracket, comma or colon is missing.": "缺少引号、括号、逗号或冒号。",
  "the name before the colon stands twice.": "冒号前的名称重复了。",
  "there is a second colon, or a quotation mark or bracket that is not closed.":
    "多了一个冒号，或引号、括号没有成对。",
  '"{0}" has no value.': "「{field:0}」还没有填写。",
  "Give it a value, or delete the line.": "填写它，或删除。",
  '"{0}" is not a field that may stand here.': "这里不能有「{0}」。",
  '"{0}" is not a field that may stand here (in "{1}").': "「{field:1}」里不能有「{0}」。",
  "Check the spelling, or move it to where it belongs; the fields of each element are listed in the language reference.":
    "检查拼写，或移到它该在的地方。",
  '"{0}": {1}': "「{field:0}」还没有填好。",
  "Mend the value as the message says.": "补上这一项，或改成要求的格式。",
  "Write a map here.": "这里要分项填写。",
  "Write a value of type {0} here.": "补上这一项，内容须是{type:0}。",
  "The file is not valid JSON: {0}.": "这个文件读不出来：{0}。",
  "Mend it, or delete it: positions are then laid out anew.": "改正它，或删除它，图会重新排列。",
} as const
