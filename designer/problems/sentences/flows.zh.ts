/**
 * What the engine says of flows, in Chinese, by its English sentence. `{kind:0}` is the first thing that the sentence
 * names, called as a reader knows one of that kind; `{0}` stands as it is.
 */
export const flowSentencesZh = {
  'The checkpoint "{0}" {1}': "合规节点「{state:0}」{1}",
  "Make it `explicit`: consent is given, never assumed (个人信息保护法 第十四条).":
    "把凭据改为「客户明确同意」：同意须由客户作出，不能推定（个人信息保护法第十四条）。",
  "takes consent from mere reading.": "只凭阅读就当作同意。",
  "Add `accept: { {0}: [ … ] }` to the wording, the button's label first.":
    "在话术里补上{locale:0}的同意说法，第一句就是按钮上的字。",
  'asks for explicit acceptance. Version "{0}" of "{1}" has no words for that in "{2}".':
    "要求客户明确同意，但「{wording:1}」第{0}版没有{locale:2}的同意说法。",
  "proves identity, but to no level.": "核验身份，却没有写明级别。",
  "Give it `level`: 1, 2 or 3.": "选择级别：1、2 或 3。",
  "proves identity; `{0}` means nothing there.": "是身份核验，用不上「{field:0}」。",
  "Delete `{0}`.": "去掉「{field:0}」。",
  'is of kind "{0}"; `level` belongs to identity.': "的种类是「{checkpoint:0}」，级别只用于身份核验。",
  "Delete `level`, or make the kind `identity`.": "去掉级别，或把种类改为身份核验。",
  'is of kind "{0}"; `proof` belongs to identity, or to a consent or declaration given elsewhere.':
    "的种类是「{checkpoint:0}」，凭据只用于身份核验，或在别处作出的同意和声明。",
  "Delete `proof`, or make the kind `identity`, `consent` or `declaration`.":
    "去掉凭据，或把种类改为身份核验、同意或声明。",
  "shows no questionnaire.": "还没有选择问卷。",
  "Name it: `questionnaire: <id>`, a file in `questionnaires/`.": "从列表里选择一份问卷。",
  'is of kind "questionnaire" and shows a wording.': "的种类是问卷，却又出示合规话术。",
  "Put the wording into a checkpoint of its own.": "把这份话术放到单独的合规节点里。",
  "shows no wording, so nothing could be accepted.": "还没有选择合规话术，客户无从同意。",
  "Name it: `wording: <id>`, a file in `wordings/`.": "从列表里选择一份合规话术。",
  'is of kind "{0}"; `{1}` belongs to a questionnaire.':
    "的种类是「{checkpoint:0}」，「{field:1}」只用于问卷。",
  'The data "{0}" come from "{1}", which is no operation, flow, event, questionnaire, wording or `handoff`.':
    "数据「{data:0}」的来源「{1}」不存在。来源须是系统调用、流程、事件、问卷、话术或人工。",
  'The exit "{0}" leads by default to "{1}", which is no default state.':
    "出口「{exit:0}」默认去「{1}」，但公共步骤里没有它。",
  '"{0}" of the default state "{1}" is no type of state.': "公共步骤「{state:1}」的类型「{0}」不存在。",
  'The default state "{0}" cannot be read at "{1}": {2}.': "公共步骤「{state:0}」的「{field:1}」填写有误。",
  "Mend the field; the language reference lists the fields of each type of state.":
    "按这种步骤的要求填写这一项。",
  'The default state "{0}" leads to "{1}", which is no default state.':
    "公共步骤「{state:0}」通向「{1}」，但公共步骤里没有它。",
  "{0} A flow's own states are not known here.": "{0}公共步骤不能通向某个流程自己的步骤。",
  'The flow "{0}" starts on "{1}", which is no event of the flow set.':
    "流程「{flow:0}」由事件「{1}」启动，但没有登记这个事件。",
  'The flow "{0}" puts out "{1}", which it does not declare.':
    "流程「{flow:0}」给出「{data:1}」，但没有登记这项输出。",
  "Declare it under `gives` with its type. {0}": "在流程的输出里登记它和它的类型。{0}",
  'The flow "{0}" declares that it gives "{1}", but no final puts it out.':
    "流程「{flow:0}」登记了输出「{data:1}」，但没有一个结束步骤给出它。",
  'Add "{0}" to the `output` of a final, or delete it here.': "在结束步骤里给出「{data:0}」，或取消登记。",
  'The hand-off "{0}" proves the customer\'s identity by "{1}", which it does not return.':
    "转人工「{state:0}」以「{exit:1}」证明客户身份，但坐席不会这样交回。",
  "Name one of `returns`: {0}.": "从坐席可交回的结果里选一个：{exit:0}。",
  'The hand-off "{0}" proves the customer\'s identity, but keeps the proof nowhere.':
    "转人工「{state:0}」证明了客户身份，但没有保留这份证明。",
  "Add `save: <name>`, declare it in `data` as `handoff`, and read `data.<name>.proof` in a checkpoint.":
    "保留它的结果，并在身份核验节点里用作凭据。",
  '"{0}" may have no value here: nothing fills it on the way {1}.':
    "「{path:0}」在这里可能还没有值：沿着 {place:1} 走过来，没有一步填了它。",
  "Fill it on that way, lead the way elsewhere, or ask with `has({0})` before it is read.":
    "在这条路上先填好它，或改变这条路的去处，或先判断「{path:0}」已有值再用。",
  "Nothing waits on this cycle: {0} → {1}/{2}.":
    "这里会原地打转，不等客户就一直循环：{place:0} → {state:2}。",
  "Let an exit on it clear a slot that is asked there, count the tries and leave after the last, or hand over to a person.":
    "让其中一个出口清空要再问的信息项，或限定次数后离开，或转人工。",
  'The flow "{0}" has no final, so it never ends.': "流程「{flow:0}」没有结束步骤，永远办不完。",
  "Add a state of type `final` for each outcome.": "为每种结局加一个结束步骤。",
  'From "{0}" no final of the flow "{1}" can be reached: whoever comes here never gets out.':
    "从「{state:0}」到不了流程「{flow:1}」的任何结束步骤，客户进来就出不去。",
  "Give it an exit that leads on to a final, or an `on` that does.":
    "给它一个通向结束的出口，或一个随时发生的去处。",
  '"{0}" is no outcome of the flow "{1}".': "流程「{flow:1}」没有登记结局「{outcome:0}」。",
  'The flow "{0}" declares the outcome "{1}", but no final has it.':
    "流程「{flow:0}」登记了结局「{outcome:1}」，但没有一个结束步骤是它。",
  "Add a final with `outcome: {0}`, or delete it here.":
    "加一个结局为「{outcome:0}」的结束步骤，或取消登记。",
  'The flow set has no pattern "{0}".': "缺少通用应对「{flow:0}」。",
  'Write "{0}" with the outcomes {1}.': "新建它，并给出结局：{outcome:1}。",
  'The pattern "{0}" takes "{1}", which the engine does not give.':
    "通用应对「{flow:0}」要接收「{data:1}」，但没有谁给它。",
  'The pattern "{0}" takes "{1}" as {2}, but the engine gives {3}.':
    "通用应对「{flow:0}」接收的「{data:1}」类型应当是{type:3}，不是{type:2}。",
  "Write `{0}: {1}`.": "把「{data:0}」的类型改为{type:1}。",
  'The pattern "{0}" lacks the outcome "{1}", on which the engine acts.':
    "通用应对「{flow:0}」缺少结局「{outcome:1}」。",
  'Add "{0}" to `outcomes`, with a final that has it.': "登记结局「{outcome:0}」，并加一个结束步骤。",
  'The pattern "{0}" does not give "{1}", which the engine needs.':
    "通用应对「{flow:0}」没有给出「{data:1}」。",
  'Declare "{0}" under `gives` and put it out in a final.': "登记输出「{data:0}」，并在结束步骤里给出。",
  '"{0}" is no conversation pattern, so nothing starts it.': "没有「{flow:0}」这种通用应对，它不会启动。",
  'There is no queue "{0}".': "没有坐席队列「{0}」。",
  'The overflow of "{0}" comes back to it: {1}.': "队列「{queue:0}」溢出后又转回自己：{place:1}。",
  "Let the last queue of the chain have no overflow.": "让最后一个队列不再溢出。",
  '"{0}" is kept here from "{1}", but declared in `data` as "{2}".':
    "这里把「{any:1}」的结果保留为「{data:0}」，但它登记的来源是「{any:2}」。",
  '"{0}" is kept here, but not declared in `data` of the flow "{1}"; it is a value that the flow takes.':
    "这里要保留为「{data:0}」，但它是流程「{flow:1}」接收的输入，不能另存。",
  '"{0}" is kept here, but not declared in `data` of the flow "{1}".':
    "这里要保留为「{data:0}」，但流程「{flow:1}」的数据里没有登记它。",
  "Add `{0}: {1}` under `data`. {2}": "在流程的数据里登记它，来源为「{any:1}」。{2}",
  "Keep it under another name, or declare `{0}: {1}`.":
    "换一项来保留，或把「{data:0}」的来源改为「{any:1}」。",
  'The operation "{0}" needs "{1}", which is not given.':
    "系统调用「{operation:0}」缺少必填的输入「{input:1}」。",
  'Add "{0}" under `input`.': "在输入里填写「{input:0}」。",
  'The operation "{0}" knows no input "{1}".': "系统调用「{operation:0}」没有输入「{input:1}」。",
  'There is no operation "{0}" in services.yaml.': "没有系统调用「{0}」。",
  '"{0}" in `{1}` of "{2}" is no slot of the flow "{3}".':
    "步骤「{state:2}」的{field:1}里有「{0}」，但流程「{flow:3}」没有这个信息项。",
  'The slot "{0}" is cleared by "{1}", which is no slot of the flow "{2}".':
    "信息项「{slot:0}」要随「{1}」清空，但流程「{flow:2}」没有这个信息项。",
  'The timer "{0}" rests in "{1}", which is no state of the flow "{2}".':
    "计时「{exit:0}」要在步骤「{1}」里暂停，但流程「{flow:2}」没有这个步骤。",
  'The flow "{0}" does not take "{1}".': "流程「{flow:0}」不接收输入「{data:1}」。",
  'There is no flow "{0}".': "没有流程「{0}」。",
  'The flow "{0}" runs itself: {1}.': "流程「{flow:0}」绕一圈又运行自己：{flow:1}。",
  "Lead back to an earlier state instead, or move what is needed twice into a flow of its own.":
    "改为回到前面的步骤，或把要用两次的部分做成单独的流程。",
  'No exit leads to the group "{0}", so it is never reached.':
    "没有路通到阶段「{state:0}」，客户永远到不了。",
  'No exit leads to the state "{0}", so it is never reached.':
    "没有路通到步骤「{state:0}」，客户永远到不了。",
  "Lead an exit to it, or delete it.": "从别的步骤连过来，或删除它。",
  'The exit "{0}" of "{1}" leads to "{2}", which is no state of this flow.':
    "步骤「{state:1}」的出口「{exit:0}」通向「{state:2}」，但流程里没有这个步骤。",
  '"{0}" is no exit of "{1}".': "步骤「{state:1}」没有出口「{exit:0}」。",
  'The exit "{0}" of "{1}" leads nowhere.': "步骤「{state:1}」的出口「{exit:0}」没有去处。",
  "Choose the state to which it leads; the flow set has no default for this exit.":
    "选择它通向哪个步骤；公共步骤里没有它的默认去处。",
  'The flow starts at "{0}", which is {1}.': "流程从「{state:0}」开始，但{1}。",
  "inside a group": "它在一个阶段里面",
  "no state of it": "没有这个步骤",
  '"{0}" is no entry of the flow\'s "on".': "流程没有「{exit:0}」这个随时发生的去处。",
  "The flow's own `to` gives targets to the entries of its `on`.": "先在流程属性里加上它，再设去处。",
  '"{0}" leads to "{1}", which is no state of this flow.':
    "「{exit:0}」通向「{state:1}」，但流程里没有这个步骤。",
  'The exit "{0}" clears "{1}", which is no slot of this flow.':
    "出口「{exit:0}」要清空「{slot:1}」，但流程里没有这个信息项。",
  'The entry "{0}" neither leads anywhere nor says anything.':
    "随时发生的「{exit:0}」既没有去处，也没有要说的话。",
  "Choose where it leads, or what is said.": "选择去处，或写上要说的话。",
  '"{0}" is no event of the flow set.': "没有登记事件「{0}」。",
  'The entry "{0}" needs one of event, says, silence, after and at; it has {1}.':
    "随时发生的「{exit:0}」须在事件、客户说法、沉默、时长、时刻里选一种，现在有{1}种。",
  "Keep one; write a second entry for another trigger.": "只留一种；另一种情况另加一条。",
  'There are two states "{0}" in this flow.': "流程里有两个编号为「{0}」的步骤。",
  "Give one of them another id; ids are unique within a flow, also inside groups.":
    "给其中一个换个编号；一个流程里的编号不能重复，阶段里面的也算。",
  'The group "{0}" starts at "{1}", which is no state in it.':
    "阶段「{state:0}」从「{state:1}」开始，但它里面没有这个步骤。",
  '"{0}" is no type of state.': "没有「{0}」这种步骤。",
  'The flow "{0}" needs the default state "{1}", but "{2}" is none of its outcomes.':
    "流程「{flow:0}」要用公共步骤「{state:1}」，但没有登记它的结局「{outcome:2}」。",
  'Add "{0}" to the outcomes of "{1}", or give the failing exits targets of its own.':
    "在流程「{flow:1}」的结局里登记「{outcome:0}」，或给失败的出口另选去处。",
  '"{0}" belongs to no flow.': "「{0}」不属于任何流程。",
  'Put it into the folder "scenarios" of a flow.': "把它放到一个流程的用例里。",
  'The flow "{0}" has no state or exit "{1}".': "流程「{flow:0}」没有步骤或出口「{1}」。",
  'Write "state" or "state#exit" as the flow names it, or delete the line.':
    "写流程里的步骤或出口，或删除这一行。",
  '"{0}" is reached by a scenario.': "「{any:0}」已有用例走到。",
  "Delete the line: nothing needs to be excused.": "删除这一行，不需要再说明原因。",
} as const
