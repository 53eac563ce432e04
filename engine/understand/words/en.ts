import type { Words } from "./words.ts"

/** English. */
export const en: Words = {
  negations: [
    "(?:don't|do not|dont|doesn't|didn't|did not|never|not|no need (?:to|for)|without|no|isn't|won't|wouldn't|shouldn't|needn't|rather not|not (?:here|going|trying|looking|asking|wanting) to|don't (?:want|need|have)(?: to)?|not (?:want|need)(?: to)?)(?: (?:to|a|an|any|the|speak|talk|to speak|to talk|with|me|transfer|want|need|make|file|like|really|yet|going|for))* ?",
  ],
  before: [
    "please|ok(?:ay)?|well|so|um+|uh+|oh|i|i'd|i'm|i'll|let's|let me|can you|could you|can we|can i|just|actually|then|alright|all right|hey|sorry|no|yes|but|and|would you|i want to|i'd like to|i would like to|we|do|to|want|think|yeah",
  ],
  after: [
    "please|now|then|thanks?(?: you)?|for now|ok(?:ay)?|again|instead|today|sir|madam|i think|this|that|it|one|question|step|a bit|a lot|so much|very much|there|everyone",
  ],
  within: {
    selfHarm: [
      "kill(?:ing)? myself|end(?:ing)? (?:it all|(?:my|my own) life(?! (?:insurance|assurance|polic|cover|contract)))(?![a-z])|(?:don't|do not|dont) want to (?:live|be alive|be here any ?more|go on living)|want to die|wish i (?:was|were) dead|better off dead|suicid(?:e|al)(?! (?:clause|exclusion|cover|claim|benefit|provision|covered|excluded|period|within|death))(?<!is suicide|for suicide|about suicide|by suicide|if suicide|of suicide|committed suicide|cover suicide|covers suicide)|hurt(?:ing)? myself|harm(?:ing)? myself|self[- ]harm|no reason to live|can't go on(?: living| any ?more)?|take my own life|overdos(?:e|ed) on",
    ],
    accident: [
      "(?:still|is|are|i'm|right now) (?:bleeding|trapped|on fire|burning|unconscious|not breathing|stuck in the (?:car|wreck))|(?:call|need|send) (?:an )?(?:ambulance|911|120)|house is on fire|help me i'm (?:hurt|trapped|bleeding)|not breathing|someone is dying",
    ],
    human: [
      "(?:speak|talk|chat|connect|transfer|switch|put|get|pass)(?:ing)?(?: me)?(?: through)?(?: (?:to|with|over to))? (?:an? |the |some ?|your |another |live |real |actual )*(?:human|person|agent|representative|rep|someone|somebody|operator|advisor|adviser|colleague|customer (?:service|care|support))(?!'s)|(?:real|live|actual|human) (?:person|human|agent|being|support|help)|human (?:please|agent|being)|customer (?:service|care) (?:rep|agent|representative|person)|(?:want|need|give me|get me|i'd like) (?:an? )?(?:human|agent|representative|operator|person)(?! (?:near|nearby|close|in my|to sell))|(?:don't|do not|stop) (?:want to )?(?:talk|speak|talking)(?:ing)? to (?:a |this )?(?:bot|robot|machine|computer)",
    ],
    superior: [
      "(?:speak|talk|get|put|call|escalate|see|want|need)(?:ing)?(?: me)?(?: through)?(?: (?:this|it))?(?: (?:to|with|on))? (?:an? |the |some ?|your |another )*(?:manager|supervisor|boss|superior)(?!'s)|(?:manager|supervisor) please",
    ],
    complain: [
      "(?:make|file|lodge|raise|submit|have|register|want|put in)(?: an?)?(?: formal| official)? complaint|(?:want|like|going|need) to complain|i(?:'m| am) complaining|(?:my|a|get|call(?:ing)?|talk(?:ing)? to my|contact(?:ing)? my) (?:lawyer|attorney|solicitor)(?! fees?)|(?:sue|suing) (?:you|the company|your company)|take you to court|legal action|12378|(?:report|complain)(?:ing)?(?: you)? to the (?:regulator|ombudsman|authorities|watchdog)|ombudsman|(?:go|going|take this) to the (?:press|media|newspapers)|expose you|post this on",
    ],
    misled: [
      "(?:said|told me|promised)(?: me)?(?: that)? (?:it|this)(?:'s| is| was| would be)? (?:just |like |the same as |as good as )*(?:a )?(?:savings?|deposit|bank)|(?:lied to|cheated|misled|tricked|conned|fooled|swindled) me|(?:was|been|got|feel) (?:lied to|cheated|misled|tricked|conned|swindled|mis-?sold)",
    ],
    withdrawConsent: [
      "(?:withdraw|revoke|take back|cancel|retract|rescind)(?:ing)? (?:my |the |all )?(?:previous )?(?:consent|authori[sz]ation|permission|agreement to)|(?:stop|no longer|don't want you) (?:using|processing|to use|to process|storing|agree to you using) my (?:\\w+ )?(?:data|information|details)|no longer consent",
    ],
  },
  whole: {
    human: [
      "(?:an? |the )?(?:human|agent|representative|operator|live agent|real person|person|rep)|(?:speak|talk) to (?:a )?(?:human|person|agent|someone)",
    ],
    cancel: [
      "cancel(?: (?:that|this|it|everything|the (?:request|process|claim|application)))?|never ?mind|nvm|forget (?:it|about it|that)|stop(?: (?:this|it|here))?|(?:i )?changed my mind|(?:i )?don't want (?:to (?:do|continue)(?: (?:this|it|that))?|it|this)(?: any ?more)?|abort|quit|exit|not any ?more|leave it|drop it|i'm not doing (?:this|that)|maybe later|some other time|another time",
    ],
    repeat: [
      "(?:say|repeat|send|tell me)(?: (?:that|it|the question))?(?: (?:again|once more|one more time))?|pardon(?: me)?|come again|what(?: did you (?:say|ask))?\\??|what was (?:that|the question)\\??|what do you mean\\??|i (?:didn't|did not) (?:get|catch|understand|hear)(?: (?:that|it|you))?|once more|again|excuse me\\?|sorry\\?|huh\\??",
    ],
    goBack: [
      "(?:go|going|take me|step|move)? ?back(?: (?:a step|one step|one|to the (?:last|previous)(?: (?:question|step|one|page))?))?|(?:the )?previous(?: (?:step|question|page|one))?|(?:the )?last (?:step|question)|return to the previous (?:step|question)|undo",
    ],
    pause: [
      "(?:hold|hang) on(?: a (?:second|sec|moment|minute))?|(?:wait|one|just a|give me a|a)(?: a)?(?: (?:second|sec|moment|minute|min|while|bit))|wait|(?:i'll )?be right back|brb|let me (?:think|check|look|see|find (?:it|my \\w+(?: \\w+)?)|get (?:it|my \\w+(?: \\w+)?))(?: (?:about (?:it|that)))?|give me (?:a )?(?:few )?(?:minutes?|seconds?|time|moment)|one moment|i need (?:a )?(?:moment|minute|time)(?: to think)?",
    ],
    skip: [
      "skip(?: (?:this|that|it|the question))?|pass|next(?: (?:question|one|step))?|(?:i'd |i would )?(?:prefer|rather) not(?: to)?(?: (?:say|tell(?: you)?|answer|share|give (?:it|that)))?|(?:i )?(?:don't|do not) want to (?:say|tell(?: you)?|answer|share|give (?:it|that))(?: that| it)?|none of your business|no reason|no comment|not saying|(?:i )?(?:don'?t|do not) care(?: just (?:do|cancel|process) it)?|just (?:do|process) it|whatever|(?:it )?(?:doesn'?t|does not) matter|stop asking|it's private",
    ],
    later: [
      "(?:i(?:'ll| will| can) )?(?:send|upload|bring|do|get|take)(?:ing)? (?:it|them|these|those|the (?:rest|others?)|everything)? ?(?:later|tomorrow|tonight|next week|another (?:day|time)|when i (?:have|find) (?:it|them))|(?:i )?(?:don't|do not) have (?:it|them|the rest) (?:here|with me|on me|yet|now)|(?:i )?(?:don't|do not) have any(?: (?:papers|reports?|records?|documents?))?|(?:i have |i've got |there are )?(?:none|no (?:papers|reports?|records?|documents?))|later|tomorrow|not (?:now|yet)",
    ],
    sameAsBefore: [
      "(?:it's |still )?(?:the )?same(?: one| number| card| account| address)?(?: as)?(?: the)?(?: last time| before| previous(?:ly)?| always| ever)?|unchanged|(?:it )?(?:hasn't|has not|didn't) changed?|no change|as before",
    ],
    hedgedYes: ["(?:i )?(?:think|guess|believe|suppose) so|probably|should be|it should be|most likely"],
    doNotKnow: [
      "(?:i )?(?:don't|do not|dont) (?:know|remember|recall|have (?:it|that))|(?:i'm )?not (?:sure|certain)|no idea|(?:i )?(?:forgot|can't (?:remember|recall|find it))|dunno|unsure",
    ],
    end: [
      "(?:that's|that is|that will be|that'll be|that would be) (?:all|it|everything)(?: (?:for (?:now|today)|i need(?:ed)?))?|(?:no ?)?nothing(?: (?:else|more|now|further))?|no ?(?:thank(?: ?you|s)?|thx|thnx|ty)|no else|(?:it's|that's|its|thats) enough|nopes?|not (?:at the moment|now|right now)|i don'?t think so|that ?(?:i|')?s (?:all|it)|i got enough|(?:no,? )?(?:i'm|i am|we're) (?:done|good|all set|finished)|all (?:done|set|good)|no more(?: questions)?|(?:nope )?no thank(?:s| you)|end (?:the )?(?:chat|conversation)|no thanks that's all|i don't have any (?:more|other) questions",
    ],
    farewell: [
      "(?:good ?)?b*bye+(?: ?bye+)?|see (?:you|ya)(?: later)?|(?:you )?(?:have )?an? (?:\\w+ )?(?:nice|good|great|lovely|amazing|wonderful|blessed|pleasant) (?:day|one|evening|night|weekend)(?: ahead)?|(?:nice|good|great|wonderful) day|you too|good ?night|take care|god bless(?: you)?|cheerio|(?:talk|speak) (?:to you )?later",
    ],
    greeting: [
      "hi+|hai+|hei+|hello+|helo+|hlo|hey+|good ?(?:morning|afternoon|evening|day)|g(?:oo|u)d (?:mor?n(?:in)?g|mrng|eve?(?:nin)?g?)|morning|greetings|howdy|hiya|is (?:anyone|anybody|someone) (?:there|here)\\??|are you there\\??|how (?:are|r) (?:you|u)(?: doing)?(?: today)?\\??|how do you do|nice to (?:meet|talk to) you|hi there|hello there|hey there|what's up|yo",
    ],
    thanks: [
      "(?:many |much )?(?:thn?ank? ?(?:you|u)|thanks?|thx|tks|tq|ty|cheers)(?: (?:so|very) much| a lot| a bunch| again)?(?: for (?:your|the|all|everything|helping|that).{0,24})?|(?:i )?(?:really )?appreciate (?:it|that|your help)|much appreciated|you've been (?:very |so )?helpful|(?:it |that |this )?(?:was |is |'s )?(?:so |very )?(?:helpful|kind)(?: of you)?",
    ],
    acknowledgement: [
      "ok(?:ay)*(?: then)?|oke?y?|opk|k|ya+|yup|alright|all right|fine|(?:i )?(?:see|understand|understood)|got (?:it|you)|noted|right|sure|yes|yeah|yep|good|very well|cool|makes sense|fair enough|(?:that'?s|it'?s|that is|it is) (?:fine|ok(?:ay)?|great|good|correct|right|perfect|true)|for sure|(?:of course|absolutely|definitely|certainly|exactly|correct)|p(?:er|re)fect|confirm(?:ed)?|conform(?:ed)?|proceed|go ahead|i know|(?:i'll|i will) wait|(?:please )?(?:go on|continue|carry on)|(?:i'm |i am |it's )?ready",
    ],
    heard: ["(?:i )?(?:see|understand|understood)|got (?:it|you)|noted|makes sense|fair enough|i know"],
    goOn: [
      "(?:please )?(?:go on|continue|proceed|carry on|go ahead)|next step|(?:i'm |i am |it's )?(?:done|finished|ready)|try again|again|retry|confirm(?:ed)?|yes(?: please)?|right now",
    ],
    praise: [
      "(?:i'm |i am )?(?:very |quite |really )?(?:satisfied|happy with (?:that|it|you)|pleased)|(?:you(?:'re| are) )?(?:so |very |really )?(?:great|awesome|amazing|wonderful|excellent|brilliant|the best|clever|smart|helpful)(?: (?:job|service|work|bot))?|(?:good|nice|well|great) (?:job|work|done|service|bot)|perfect|sweet|love it|that's (?:great|awesome|perfect)",
    ],
    refusal: [
      "(?:i )?(?:do not|don't|dont) (?:agree|accept|consent|want to(?: (?:proceed|continue|go on))?)|(?:i )?(?:decline|refuse|disagree|reject)(?: (?:it|that|this))?|no(?: (?:thanks|thank you|thx|way))?|nope|not now|never ?mind|cancel|i won't|not (?:agreed|accepted)|i'd rather not|stop",
    ],
    denial: [
      "no(?: no)*|not that|that(?:'s| is) not (?:it|what i (?:meant|said|asked|want))|you (?:got|have) (?:it|me) wrong",
    ],
    noneOfThem: [
      "none(?: of (?:them|these|those|the above))?|neither(?: of (?:them|these))?|not any of (?:them|these)|no(?:t)? (?:one|these|those)",
    ],
    another: [
      "(?:there(?:'s| is| are|'re) |i have |add )?(?:(?:one|two|a few|some) more|more|another)(?: (?:one|visit|stay))?(?: to (?:add|tell))?",
    ],
    nothingElse: [
      "nopes?|no ?(?:thank(?: ?you|s)?|thx|thnx|ty)|(?:no ?)?nothing(?: (?:else|more|now))?|no more|not (?:at the moment|now|right now)|none|neither",
    ],
    noAmount: ["nothing|none|zero|not a (?:cent|penny)"],
  },
  beside: [
    "sir|madam|ma'?am|dear|(?:my )?friend|man|guys?|there|everyone|team|oh+|ah+|ha+|hm+|so|very|too|then|again|now|really|just|well|please|much|a lot|once|nice|kind of you|for (?:now|today|you|me|us|the moment)|with today|(?:for|with|about) (?:all )?(?:the|your|ur|this) ?(?:very )?(?:valuable|kind|kindly|great|quick|nice|good|best|wonderful)? ?(?:help|support|suppor|assistance|service|information|info|response|time|patience|kindness|cooperation|update)|(?:for|in) (?:help(?:ing)?|assist(?:ing)?|contacting|chatting)(?: with)?(?: (?:me|us|you))?(?: out)?|i am waiting|i(?:'ll| will) wait|and|i have|i got|to (?:you|chat with you|talk to you)|from you|one second|no problem|my",
  ],
  chitchat: {
    impatience: [
      "(?:please )?(?:hurry|hurry up|speed (?:it |this )?up|be quick|quick(?:ly|er)?|faster)|(?:can you |could you )?(?:be|go|do (?:it|this)) (?:a (?:bit|little) )?(?:quick(?:er|ly)?|faster)|(?:what is|what's|why is (?:it|this)|why are you) taking so long|why (?:are you |is (?:this|it) )?so slow|(?:you are |you're |this is |it's )?(?:so|too) slow|i(?:'m| am) in a (?:hurry|rush)",
    ],
    who: [
      "who (?:are|r) (?:you|u)|what(?:'s| is) your name|are you (?:an? )?(?:robot|bot|human|real|machine|ai|person|computer)|am i (?:talking|speaking|chatting) (?:to|with) (?:an? )?(?:robot|bot|human|machine|real)|what (?:can|do) you do(?:$|\\?| for me)|how old are you",
    ],
    weather: ["weather|raining|will it rain|temperature outside|sunny|forecast"],
    joke: [
      "tell (?:me )?(?:a |another )?(?:joke|story)|make me laugh|sing (?:me )?(?:a |me )?song|say something funny",
    ],
    other: [
      "what time is it|i(?:'m| am) bored|i love you|do you (?:like|love|eat|sleep)|marry me|(?:ha){2,}|lol|favou?rite (?:color|colour|food|movie|song)|how is life|what day is it",
    ],
  },
  correction: {
    wrong: [
      "(?:oh |oops,? |sorry,? )?(?:no,? )?(?:i (?:meant|mean)|my mistake|i (?:made a mistake|was wrong|got (?:it|that|(?:the|my) [a-z' -]{2,40}?) wrong|misspoke|mistyped)|(?:that's|that is|that was|it's|it is) (?:wrong|incorrect|not right|not correct)|correction|typo|scratch that|let me correct (?:that|myself))",
    ],
    maybe: [
      "no,? wait|wait,? no|actually|sorry|oops|rather|no(?=,? (?:it's|it is|it was|the|[a-z]?\\d))|not that",
    ],
    changeTo: [
      "(?:change|correct|update|set|switch|move)(?: (?:it|that))? to|make (?:it|that)|should (?:be|have been|read)",
    ],
    nameWrong: [
      "(?:is|was|are|'s|looks|seems)(?: all| also| still)? (?:wrong|incorrect|not (?:right|correct)|mistaken|off|outdated)|wrong$|needs? (?:changing|correcting|to (?:be )?(?:changed?|corrected|fixed))",
    ],
    modify: [
      "(?:change|correct|fix|edit|modify|update|amend|re-?enter|redo|wrong|incorrect)(?: (?:the|my|that|this|your))?",
    ],
    remove: ["(?:delete|remove|drop|take (?:out|off)|cross out|scratch|erase)(?: the)?"],
    notBut: [
      "(?<![a-z])not (?:the |on |in |at |my )?(?<a>[^,;?!]{1,30}?),? (?:but(?: rather)?|it's|it is|it was|rather) (?<b>[^,;?!]{1,40})",
      "(?:it's |it is |it was |i meant |i mean )?(?<b>[^,;?!]{1,30})(?<!(?<![a-z])(?:do|does|did|am|is|are|was|were|can|could|will|would|shall|should|have|has|had|may|might|must)),? (?:and )?not (?:the |on |in |at |my )?(?<a>[^,;?!]{1,30})",
    ],
  },
  question: [
    "[?]$|(?<![a-z])(?:what|whats|how|hows|when|why|where|which|who|whose|whether)(?![a-z])|^(?:(?:hi|hello|hey|so|and|but|also|ok|please|sorry)[, ]+)*(?:is|are|do|does|did|can|could|will|would|should|may|am|has|have|was|were|must)(?= )|(?:question|wondering|(?:like|want|need) to know|curious)",
  ],
  notWished: [
    "(?:don't|do not|didn't|did not|not|never|no need)(?: (?:want|wish|need|going|trying|ask(?:ed|ing)?|looking|here|like|mean|say|said|intend(?:ing)?))?(?: to)? (?:surrender|cancel|terminate|claim|make|file|complain|pay|report|change|renew)",
  ],
  wish: [
    "(?:i|we)(?:'d| would)? (?:want|like|need|wish|wanna|have) to|(?:i'm|i am) (?:looking|trying|calling|hoping|going|here) to|(?:i )?(?:want|need|wanna)(?! to know)|(?:can|could|would|will) you (?:please )?(?:help|file|open|start|set|turn|stop|cancel|change|check|process|make|pay|send|look)|(?:can|could|may) i (?:please )?(?:file|make|open|start|cancel|change|pay|get|report|surrender)|help me|please (?!tell|explain)|^(?:cancel|surrender|file|report|pay|change|check|stop|open|start|terminate|update|show|look up|set up)",
  ],
  nothing: ["nothing|no"],
  noLonger: ["is wrong|has changed|not that one"],
  notSure: ["i (?:do not|don't) know|i am not sure|i'm not sure|not sure"],
  judgement: ["not (?:really )?(?:worth|satisfied|happy|good)(?: (?:it|enough))?"],
  meaning: [
    "what(?:'?s| is| are| was)(?: this| that| the| a| an)? .*|what does .* mean|what do you mean by .*|meaning of .*|explain .*",
  ],
  about: [
    "about(?= )|(?:how|what|when|where|why|whether|which)(?: (?:much|many|long|soon|far|kind|money|to))? (?:i|we|you|they|it|he|she|(?:my|the) \\w+) (?:can|could|would|will|should|do|am|is|are|was|were|get|have|has)",
  ],
  now: ["^(?:right )?now$"],
  vagueDay: ["^(?:just now|recently|lately|these days)$"],
  stay: ["discharged|admitted|hospital|(?:got|came|went|let) (?:\\w+ )?(?:in|out|home)"],
  discharged: ["(?:discharged|out of|left|home from) (?:the )?(?:hospital|today|yesterday)|discharged"],
  mention: ["(?:with|ask|at|from|by|of|and) "],
  option: {
    points: [
      "(?:ending|ends|end|last (?:four|4)(?: digits)?)(?: (?:in|with|are|is))? \\d{3,6}",
      "(?:card|account|policy)(?: (?:number|no))? \\d{4}",
      "(?:to|into|onto|with|from|use|using) (?:the |my |our |that |this )?[a-z0-9 ]{0,30}?(?:card|account)",
    ],
    unusable: [
      "fail(?:s|ed|ing)?|declined?|bounced|lost|stolen|closed|expired|frozen|cancell?ed|no longer|not|never|[a-z]+n't|old|previous|last time",
    ],
  },
  relatives: ["my (?:mum|mom|dad|son|wife)"],
  questionnaire: {
    unsure: ["not sure|unsure|not certain|don't (?:know|remember)"],
    no: ["no|nope|nah|not|none|never|don't|doesn't|haven't|hasn't"],
    yes: ["yes|yeah|yep|have|has|had|do|did"],
    hedged: [
      "sometimes|occasionally|maybe|perhaps|used to|quit|gave up|given up|stopped (?:smoking|drinking)",
    ],
    brief: ["not sure|unsure|yes|yeah|yep|nope|nah|none|no"],
    rest: [
      "nothing else(?! to)|no other (?:issues|problems|illness(?:es)?|conditions?)",
      "(?:the (?:rest|others?)|all (?:the )?others?)[^\\d,.;]{0,8}?(?:no|none|negative)|no to (?:all )?the (?:others|rest)",
    ],
  },
  policyNumber: ["hi|hello|my|the|this|it'?s|policy|contract|number|no|id|is"],
  introduction: ["my name is|my name's|i am called|this is(?= [a-z]+ [a-z]+(?:[,.!]|$))"],
  unavailable: [
    "can't find|cannot find|couldn't find|lost|forgot|don't (?:have|know|remember)|do not (?:have|know|remember)|not with me|no idea",
  ],
  request: [
    "(?:can|could|would|will|how about) (?:you|u|somebody|someone)(?= (?:please |pls |just )*(?!(?:please|pls|just|tell|explain|say|give|have|be|cover|insure|accept|offer|provide|refuse|deny|reject|still|really)(?![a-z]))[a-z])",
  ],
  personal: ["p\\d{11}|my|mine|i (?:filed|sent|made|submitted)"],
  fact: ["how|what|when|why|which|where"],
  howTo: [
    "how (?:do|can|should|would) (?:i|we|you)|can (?:i|we|you)|could (?:i|we)|is it possible|may i|where (?:do|can) i|am i able",
  ],
  joins: [
    "(?<=[a-z] )what (?:do|should|can) (?:i|we) (?:do|now)|(?:and|but|also|then|by the way|plus)(?: also)? (?=how|what|when|why|where|which|can|could|do |does|is |i want|i need|i'd|please|my |the |will )",
    "by the way",
    "but ",
  ],
  thought: [
    "(?:so|and|but|because|since|now)(?= (?:i|we|how|can|could|please|what|when|would|will|she|he|they|it)(?![a-z]))|(?<!(?:so|and|but|because|since|now|that|what|when|as|if|then|how|get|whatever) )(?:i|we)(?= (?:want|need|would|wanna|am trying|have to|can't|cannot|lost|got))|how (?:do|can)(?= )|(?:can|could) (?:you|someone)(?= )|please(?= )",
  ],
  otherBusiness: [
    "flight|hotel|restaurant|pizza|stocks?(?: price| market)?|lottery|taxi|uber|movie|game|recipe|homework|translate|poem|code|football|basketball|mortgage|rent|visa|passport|driving licen[cs]e|parcel|package|bitcoin|crypto",
  ],
  death: ["(?:has |have |just |had )?(?:died|passed away|passed on)"],
  mood: {
    upset: [
      "ridiculous|unacceptable|terrible|awful|horrible|worst|useless|pathetic|disgusting|outrageous|scam|fraud|liars?|lied|cheat(?:ed|ing)?|rip[- ]?off|furious|angry|mad at|fed up|sick of|frustrat(?:ed|ing)|annoy(?:ed|ing)|upset|disappointed|complain|complaint|sue|lawyer|waste of time|waiting (?:for )?(?:weeks|months|hours|days|ages)|how many times|wtf|damn|bullshit|fuck\\w*|shit|stupid|idiots?|nonsense|mis-?sold|[!]{2,}",
    ],
    distressed: [
      "passed away|died|death of|funeral|lost my (?:husband|wife|son|daughter|mother|father|mom|mum|dad|child|baby|brother|sister|partner)|killed|dying|terminal|cancer|intensive care|icu|stroke|devastated|heartbroken|grieving|crying|desperate|hopeless|helpless|scared|terrified|can(?:no|')?t sleep|cannot sleep|worried sick|sick with worry|overwhelmed|can't cope|don't know what to do|suicid|want to die|emergency",
    ],
  },
}
