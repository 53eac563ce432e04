/**
 * Words that mean the same to a customer: the word that stands for them, then a regular expression of what is said
 * (lower case, simplified). Applied in order, the longer before the shorter.
 */
export const synonyms: Readonly<Record<"zh" | "en", readonly (readonly [string, string])[]>> = {
  zh: [
    // Slips of the ear and of the keyboard.
    ["退保", "[推腿蜕]保(?!荐)|退[宝饱]"],
    ["理赔", "[礼里李历]赔|理[陪培配]"],
    ["保单", "[宝报]单(?!位)|保[丹担]"],
    ["健康告知", "健告|健康告之"],
    [
      "退保",
      "(?:解除|终止|取消|注销)(?:保险)?合同|解约|退掉?(?:这|那|我的|这份|那份|这个|那个)?保(?:险|单)|(?:把|将)?保(?:险|单)(?:给)?(?:我)?(?:退了|退掉|取消|停掉|停了|退)|退了保|退保险",
    ],
    ["退保", "把(?:它|这个|那个|这份|那份)(?:给)?退(?:了|掉)"],
    ["退保", "(?<=险|保单)(?:给)?(?:我)?(?:退了|退掉|退)(?![保款费回还休到多])"],
    ["退保", "(?<=想|要|就|我|打算|准备)退(?:掉|了|)(?=$|[ 吧啊呀的,]|还在|咋|拿钱)|(?<=保险)先?退(?:了|掉)"],
    [
      "进度",
      "(?:没|没有)(?:个)?(?:信儿?|下文|动静|消息|音讯)|啥情况|什么情况了?|(?:完了|批了|批下来|打了|审了|付了|下来|办好)没有?(?=$|[ ,])",
    ],
    [
      "身故",
      "(?<=我们?家.{0,3}|老[\\u3400-\\u9fff]|爸|妈|爹|娘|父亲|母亲|老公|老婆|丈夫|妻子|老头子|老太太|老伴|家人|家里人|爷爷|奶奶|儿子|女儿|他|她)(?:已经)?(?:没了|走了|不在了)",
    ],
    ["不要", "不(?:是很)?(?:想|打算|准备|愿意?)?(?:再|继续)?(?:要|留)(?!交|带|多|求|紧)"],
    ["多少", "几多|多大|多少钱|几块钱|多少元"],
    [
      "多久",
      "多长时间|多少天|多少日|几天|几日|几个月|多少个?工作日|几个?工作日|什么时候|啥时候|何时|哪天|什么时间|几号|多少时间|几年|多少年",
    ],
    [
      "进度",
      "(?:现在)?(?:处理|办理?|审核|进行)?得?怎么样[了啦](?=$|[^\\u3400-\\u9fff])|(?:有没有|怎么还没有?|还没有?|没有?|没人).{0,2}(?:答复|回复|结果|消息|回音|下文)(?:我|了|吗)?",
    ],
    ["理赔", "(?<=你们|想|要|能|可以|给)报(?:一下|了|销)?(?=$|[ ,吧了吗])"],
    ["有效", "还?在保(?!险|单|障|费|额)|管(?:不管)?用|生效|有没有效|还保不保"],
    ["怎么", "怎样|怎么样|如何|咋样?|怎么办|怎么弄|怎么操作|怎么办理"],
    ["什么", "啥|哪些|哪几种|什么样的"],
    ["为什么", "为何|为啥|怎么会|凭什么|咋就"],
    ["哪里", "哪儿|什么地方|在哪"],
    ["可以", "能不能|可不可以|能否|可否|是否可以|能够|行不行|允许"],
    ["要", "需不需要|要不要|用不用|需要|是否需要|必须|得(?=交|提供|准备|带)"],
    ["要", "要(?:准备|带|提供|递?交|用到?)(?=什么|材料)"],
    ["会", "会不会|是否会"],
    ["有", "有没有|是否有"],
    ["交费", "缴费|续费|付费|交保费|缴保费|付保费|交保险费|缴纳保费|交钱|缴纳|交保险|付钱|付款|(?<!少)缴"],
    ["续期", "续期|续交|续缴|下一期|下期|第二年"],
    ["保单", "保单|保险单|保险合同|保险(?=到期|失效|中止|还在)"],
    ["保单", "(?<![买卖投])保险(?!公司|费|金|合同|法|责任|期|人|业|代|条|产品|种|单)"],
    ["理赔", "理赔|索赔|赔付|赔偿|报销|给付|赔款|赔"],
    ["报案", "出险|报险|报个案|报一下案"],
    ["材料", "资料|文件|手续|单据|凭证|证明材料|东西(?=要|需|准备)"],
    ["到账", "打款|到帐|收到钱|拿到钱|打给我|打到|入账|收到款"],
    [
      "进度",
      "进展|到哪(?:一?步|里|儿)?了|到什么程度|处理到哪|情况怎么|办到哪|审到哪|审核到哪|有结果了?吗?|有消息了?吗?",
    ],
    ["税", "缴税|交税|上税|纳税|扣税|税(?:费|收|款)?"],
    ["电话", "热线|客服号码"],
    ["怎么算", "怎么计算|怎么算|计算方[法式]"],
    ["审核", "审核|批下来|批了|批没批|审批|通过了?没?|审好|审完"],
    ["住院", "住医院|住了院|入院"],
    ["身故", "去世|死亡|过世|离世|死了|不在了|走了(?=怎么|吗|$)|逝世"],
    ["生病", "得病|患病|得了病|确诊"],
    ["受伤", "摔伤|摔了|摔断|撞伤|烫伤|骨折|受了伤|伤了"],
    ["银行卡", "卡号|银行账户|账户|账号|帐号|扣款卡|卡(?=换|丢|过期)"],
    ["手机号", "电话号码|手机号码|联系电话|手机"],
    ["修改", "更改|变更|更换|换成|换一张|换个|换|改成|改一下|改"],
    ["忘记", "忘了|不记得|记不得|想不起来"],
    ["自动扣款", "自动扣款|自动扣费|自动划扣|自动续费|自动交费|代扣|自动扣|自动划款"],
    ["关闭", "关掉|停掉|停止|取消|解除|终止"],
    ["开通", "开启|打开|设置|办理开通"],
    ["失效", "过期|中止|停效|断保|没效了|作废"],
    ["复效", "恢复(?:保单)?效力|恢复保障|重新生效|恢复"],
    ["宽限期", "宽限期?|缓交|晚几天交|晚点交|逾期"],
    ["健康告知", "健康告知|健康问卷|健康状况告知|告知健康|健康声明|健康情况告知"],
    ["贷款", "保单贷款|保单借款|借款|借钱|质押"],
    ["现金价值", "现价|保单价值"],
    ["损失", "亏|吃亏|划不来|划算"],
    ["犹豫期", "冷静期|反悔期"],
    ["等待期", "观察期"],
    ["受益人", "受益者"],
    ["发票", "电子发票|票据"],
    ["客服", "服务人员"],
    ["买", "购买|投保|办了|入了?(?=保险)"],
    ["影响", "后果"],
    ["拿回", "退回来?|拿到|返还|返回|退还|要回|退给我|拿"],
    ["金额", "钱(?!包)"],
    ["查", "查询|查看|看一下|看看|查一下|查查"],
    ["办", "办理|操作|处理|弄"],
  ],
  en: [
    ["force", "in force|active|valid|in effect|still on|effective"],
    [
      "surrender",
      "cancel(?:l?ing|led)? (?:my |the |this |an? )?(?:policy|insurance|contract|plan)|cash in|cash out|give up my (?:policy|insurance)|terminate|get (?:out|rid)(?: of)?",
    ],
    ["refund", "money back|get back|reimburse(?:d|ment)?|paid back|pay back"],
    ["hospital bill", "medical (?:bill|expense|cost)s?|hospital bills"],
    ["surgery", "operation|op(?= (?:last|yesterday|today|on))"],
    ["how much", "what amount|what sum|how many"],
    ["how long", "how many days|how soon|when|by when|how much time"],
    ["progress claim", "check +claims?"],
    ["claim", "claims|(?:file|make|put in) +claim|claiming"],
    ["premium", "premiums|instal?lments?|insurance payments?"],
    ["pay", "paying|payment|payments|settle"],
    ["policy", "policies|contract|contracts|plan|plans|insurance(?! (?:company|agent|card))"],
    ["change", "update|updating|modify|alter|switch|edit"],
    ["remove", "delete|take off|drop"],
    ["add", "adding|include|put on"],
    ["document", "documents|papers|paperwork|forms?"],
    ["doctor", "physician"],
    ["car", "vehicle|vehecle|automobiles?"],
    ["died", "passed away|death|dead|dies|deceased"],
    ["phone", "telephone|mobile|cell"],
    ["price", "cost|costs|pricing|rate|rates"],
    ["spouse", "wife|husband|partner"],
    ["child", "son|daughter|kid|kids|children|baby"],
    ["bank card", "debit card|bank account|credit card"],
    [
      "autopay",
      "auto ?pay|automatic(?:ally)? (?:pay(?:ment)?s?|billing|debits?|withdrawals?)|auto debits?|automatic bill pay",
    ],
    [
      "progress",
      "status|how is it going|how is|any news|(?:what is |what's |what has |what )?happen(?:ing|ed) (?:with|to)|what about|updates? on",
    ],
  ],
}

/** What a question may be about. An answer about something else is the wrong answer, however alike the words. */
export const subjects: Readonly<Record<"zh" | "en", readonly string[]>> = {
  zh: "退保 理赔 报案 交费 续期 健康告知 贷款 现金价值 犹豫期 等待期 宽限期 受益人 发票 复效 失效 自动扣款 投诉 自杀 分红 医保 医院 身故 手机号 银行卡 利息 免赔额 附加险 减额 车险 宠物 护照 签证".split(
    " ",
  ),
  en: "surrender claim premium disclosur loan beneficiary invoic reinstat hospital tax dividend complaint grac cool suicid phon autopay car pet visa".split(
    " ",
  ),
}

/** What carries no meaning for comparing: politeness, hesitation, particles. Regular expressions. */
export const fillers: Readonly<Record<"zh" | "en", readonly string[]>> = {
  zh: [
    "(?:我)?(?:就)?(?:是)?(?:想|要)?(?:请?问(?!题)|咨询|了解|知道|打听)(?:一下|下|个)?",
    "麻烦(?:你|您)?",
    "是不是|是否|有没有(?=.{2})|不过|但是|可是|另外|顺便|要(?=多久|多少)",
    "(?:你|您)好",
    "谢谢(?:你|您)?",
    "(?:请|能)?(?:帮|替|给)我",
    "[您你]们?",
    "我们?的?",
    "不好意思|对不起|实在|确实|真的|特别|非常|啦",
    "那个|这个|这份|那份|一般|大概|通常|正常|具体|到底|究竟|直接|马上|立刻|尽快|一下子?|一些|有点|现在|目前|的话|就是说?",
    "(?<!不)可以|(?<!不)能(?!力)",
    "[啊呀呢吧嘛哦哈嗯呃吗么了的地得咯哎喂个]|(?<!申)请",
    "想要?|就|都|还|也|那|把|(?<![不就还但总要])是(?!否)",
  ],
  en: [
    "(?:a |some |one |another )?(?:quick )?questions?|lol|lmao|(?:ha){2,}|omg|btw|pls|plz|wait|hi|hello|hey|good (?:morning|afternoon|evening)|please|thanks?(?: you)?|kindly|um+|uh+|well|so|okay|ok|oh(?: dear)?|dear|unfortunately|sorry|i(?:'m| am) (?:afraid|sorry)(?: that)?",
    "(?:can|could|would|will) you|help(?: me)?(?: out)?(?: with)?|i(?:'m| am) (?:really )?(?:looking|trying|calling|hoping|wanting|going)(?: to)?|i(?:'d| would) (?:like|love|want)(?: to)?|i (?:want|need|wanna|would|have)(?: to)?|i was wondering(?: if)?|let me|(?:tell|show|give|get) me",
    "the|a|an|to|of|on|for|with|at|in|is|are|am|be|it|its|this|that|my|me|i|you|your|our|us|we|and|or|if|do|does|did|can|could|would|will|just|some|want|need|like|there|here|about|still|check(?!(?: up| on)* (?:my |the )?claims?)|look (?:up|at|into)|pull up|view",
  ],
}

/** Whom a text begins by addressing; a word for one's own family needs a particle: 闺女啊. */
export const vocatives = {
  zh: [
    "(?:哎|喂|诶)?(?:闺女|妹子|大妹子|小妹|大姐|大哥|孩子|丫头)(?:啊|呀|哎|诶|呐)",
    "(?:哎|喂|诶)?(?:小?姑娘|小伙子?|师傅|同志|老师|美女|帅哥|小姐姐?|客服|亲)(?:们|(?:啊|呀|哎|诶|呐)| )",
  ],
} as const
