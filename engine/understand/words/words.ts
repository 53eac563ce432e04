/**
 * What customers say, in one language. Every entry is a regular expression over lower-case simplified text with
 * half-width punctuation; spaces stand for any spaces. `whole` lists must be all that a clause says, politeness
 * aside; `within` lists count anywhere in it, unless negated.
 */
export type Words = {
  /** Before a phrase of a `within` list: takes it back. Ends where the phrase begins. */
  readonly negations: readonly string[]
  /** Around a phrase of a `whole` list: says nothing by itself. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly within: {
    readonly selfHarm: readonly string[]
    readonly accident: readonly string[]
    readonly human: readonly string[]
    /** Wants somebody higher up: a person, or a complaint. */
    readonly superior: readonly string[]
    readonly complain: readonly string[]
    /** Was told something else when the policy was sold: a complaint where nothing is wished or asked. */
    readonly misled: readonly string[]
    readonly withdrawConsent: readonly string[]
  }
  readonly whole: {
    readonly human: readonly string[]
    readonly cancel: readonly string[]
    readonly repeat: readonly string[]
    readonly goBack: readonly string[]
    readonly pause: readonly string[]
    readonly skip: readonly string[]
    /** Puts off what is asked: papers come another day. */
    readonly later: readonly string[]
    readonly hedgedYes: readonly string[]
    /** Keeps what was known from before: a yes where that is offered. */
    readonly sameAsBefore: readonly string[]
    readonly doNotKnow: readonly string[]
    /** Wants nothing more; it may also be a no. */
    readonly end: readonly string[]
    /** Goodbye, and no answer to anything. */
    readonly farewell: readonly string[]
    readonly greeting: readonly string[]
    readonly thanks: readonly string[]
    /** Heard and agreed to, nothing more: 好的, 知道了. An answer only where something was asked. */
    readonly acknowledgement: readonly string[]
    /** Of these, what only says that it was heard, and is no yes either. */
    readonly heard: readonly string[]
    /** Wants to go on, or is done with something: names no option by itself. */
    readonly goOn: readonly string[]
    readonly praise: readonly string[]
    /** That is not what was meant. */
    readonly denial: readonly string[]
    readonly refusal: readonly string[]
    readonly noneOfThem: readonly string[]
    /** Has another record to tell, when a list is asked for more. */
    readonly another: readonly string[]
    /** Wants none of what is offered, politely too; it may also be a goodbye. */
    readonly nothingElse: readonly string[]
    /** There is no such amount. */
    readonly noAmount: readonly string[]
  }
  /** Around and between courtesies ("hi there sir", 好的呢): says nothing more. */
  readonly beside: readonly string[]
  readonly chitchat: {
    /** Hurries us on; must be all that the clause says. */
    readonly impatience: readonly string[]
    readonly who: readonly string[]
    readonly weather: readonly string[]
    readonly joke: readonly string[]
    readonly other: readonly string[]
  }
  readonly correction: {
    /** The customer takes back what was said; a value may follow. */
    readonly wrong: readonly string[]
    /** As `wrong`, but only when a value follows. */
    readonly maybe: readonly string[]
    /** The new value follows. */
    readonly changeTo: readonly string[]
    /** Beside a slot's name, after or before it: its value is wrong. */
    readonly nameWrong: readonly string[]
    readonly modify: readonly string[]
    /** A record of a list is to go. */
    readonly remove: readonly string[]
    /** With the groups `a` (what is not so) and `b` (what is). */
    readonly notBut: readonly string[]
  }
  readonly question: readonly string[]
  /** Names a thing to say that it is not wanted. */
  readonly notWished: readonly string[]
  /** Of what may be left out, there is none. */
  readonly nothing: readonly string[]
  /** What is read back is no longer so; ends a clause. */
  readonly noLonger: readonly string[]
  /** Begins what the speaker is not sure of. */
  readonly notSure: readonly string[]
  /** Begins a reason that has the form of a no: 不划算. */
  readonly judgement: readonly string[]
  /** Asks what a thing is: 保单贷款是什么意思. */
  readonly meaning: readonly string[]
  /** Begins a clause that only says what it is about: 问问退保能拿多少, "how much I would get back". */
  readonly about: readonly string[]
  /** No day, though it stands where one would. */
  readonly now: readonly string[]
  /** A time that names no day. */
  readonly vagueDay: readonly string[]
  /** Somebody was in a hospital. */
  readonly stay: readonly string[]
  /** One left a hospital on another day than that on which it began. */
  readonly discharged: readonly string[]
  /** Before an option's name: somebody or something is only spoken of. */
  readonly mention: readonly string[]
  readonly option: {
    /** Points at one of several accounts or policies, by its number's end or its name. */
    readonly points: readonly string[]
    /** Says of it that it is not to be used. */
    readonly unusable: readonly string[]
  }
  /** Whom it is about, in so few letters that it must begin a clause. */
  readonly relatives: readonly string[]
  /** What a sentence about an illness or a habit says of it, the first list that fits. */
  readonly questionnaire: {
    readonly unsure: readonly string[]
    readonly no: readonly string[]
    readonly yes: readonly string[]
    /** Neither a yes nor a no to how much was asked after. */
    readonly hedged: readonly string[]
    /** An answer in one word, right behind the number of its question: 3是, "2 no". */
    readonly brief: readonly string[]
    /** No to whatever is not answered yet. */
    readonly rest: readonly string[]
  }
  /** What stands beside a policy number only to name it. */
  readonly policyNumber: readonly string[]
  /** The speaker's own name follows. */
  readonly introduction: readonly string[]
  /** Beside the name of what is asked: the customer does not have it. */
  readonly unavailable: readonly string[]
  readonly wish: readonly string[]
  /** Asks somebody to do something. */
  readonly request: readonly string[]
  /** Is about the own affairs of who speaks. */
  readonly personal: readonly string[]
  /** Asks for a fact, also within a wish: 帮我查一下犹豫期是几天. */
  readonly fact: readonly string[]
  /** Asks how to do or whether one may do a thing: not how much, when or why. */
  readonly howTo: readonly string[]
  /** Begins a clause without punctuation before it. */
  readonly joins: readonly string[]
  /** Begins a new thought where a long text has no punctuation at all. */
  readonly thought: readonly string[]
  /** Clearly no business of ours, unless the flow set speaks of it. */
  readonly otherBusiness: readonly string[]
  /** Tells that somebody has died. */
  readonly death: readonly string[]
  readonly mood: { readonly upset: readonly string[]; readonly distressed: readonly string[] }
}
