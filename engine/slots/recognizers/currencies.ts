/**
 * A unit of money: ISO 4217 code (`local`: the flow set's own) and how many of it make one of the main unit.
 */
export type MoneyUnit = { readonly currency: string; readonly parts: number }

/** Returns the unit that stands at the beginning of `after` (lower case) and its length, or `null`. */
export function unitAfter(after: string): { readonly unit: MoneyUnit; readonly length: number } | null {
  const match = SUFFIX.exec(after)
  const word = match?.[1]
  if (match === null || word === undefined) return null
  const unit = unitOf(word)
  return unit === null ? null : { unit, length: match[0].length }
}

/** Returns the unit that stands at the end of `before` (lower case) and its length, or `null`. */
export function unitBefore(before: string): { readonly unit: MoneyUnit; readonly length: number } | null {
  const match = PREFIX.exec(before.slice(-16))
  const word = match?.[1]
  if (match === null || word === undefined) return null
  const unit = unitOf(word)
  return unit === null ? null : { unit, length: match[0].length }
}

export const LOCAL = "local"

const NAMES: Readonly<Record<string, string>> = {
  CNY: "人民币|元人民币|块人民币|元rmb|rmb|cny|renminbi|chinese yuan|yuan|kuai",
  [LOCAL]: "元钱|元整|元|块大洋|大洋(?!洲)|块钱|块|圆整|圆|蚊|¥",
  USD: "美元|美金|美刀|刀(?![片子叉具伤口把])|us dollars?|u\\.?s\\.? ?\\$|usd ?\\$|usd|united states dollars?|dollars?|bucks?|grand|\\$",
  HKD: "港币|港元|港纸|港圆|hk ?\\$|hkd|hong kong dollars?",
  TWD: "新台币|台币|台元|nt ?\\$|twd|taiwan dollars?",
  EUR: "欧元|欧(?![洲美盟阳])|euros?|eur|€",
  GBP: "英镑|镑|british pounds?|pounds? sterling|pounds?|gbp|£",
  JPY: "日元|日圆|日币|円|japanese yen|yen|jpy|jp¥",
  KRW: "韩元|韩币|韩圆|korean won|krw|₩",
  SGD: "新加坡元|新加坡币|新币|坡币|singapore dollars?|sgd|s\\$",
  AUD: "澳元|澳大利亚元|australian dollars?|aud ?\\$|aud|au\\$|a\\$",
  CAD: "加元|加币|加拿大元|canadian dollars?|cad|ca\\$|c ?\\$",
  NZD: "新西兰元|纽元|纽币|new zealand dollars?|nzd|nz\\$",
  MOP: "澳门元|澳门币|葡币|patacas?|mop",
  CHF: "瑞士法郎|瑞郎|swiss francs?|francs?|chf",
  THB: "泰铢|thai baht|baht|thb|฿",
  MYR: "林吉特|马币|malaysian? ringgits?|ringgits?|myr|rm",
  INR: "印度卢比|卢比|indian rupees?|rupees?|inr|rs\\.?|₹",
  RUB: "卢布|roubles?|rubles?|rub|₽",
  VND: "越南盾|vnd|₫",
  IDR: "印尼盾|idr",
  PHP: "菲律宾比索|php|₱",
  NGN: "奈拉|naira|ngn|₦",
  AED: "迪拉姆|dirhams?|aed",
  SAR: "沙特里亚尔|saudi ?riyals?|riyals?|sar",
  TRY: "里拉|turkish lira",
  SEK: "瑞典克朗|swedish kronor|sek",
  DKK: "丹麦克朗|danish krone|dkk",
  NOK: "挪威克朗|norwegian krone|nok",
  MXN: "墨西哥元|墨西哥比索|mexican pesos?|mxn ?\\$?|mex ?\\$",
  ILS: "谢克尔|shekels?|ils",
  EGP: "埃及镑|egyptian ?pounds?|egp|l\\.? ?e\\.?",
  KWD: "科威特第纳尔|kwd",
  UAH: "格里夫纳|uah",
  MNT: "图格里克|tugriks?|mnt",
  BRL: "雷亚尔|brazilian reals?|brl",
  XBT: "比特币|bitcoins?|btc",
  LBP: "黎巴嫩镑|lebanese pounds?|lbp",
  QAR: "卡塔尔里亚尔|qatari riyals?|qar",
  CRC: "科朗|colon(?:es)?|colón|crc|₡",
  CZK: "捷克克朗|czech korunas?|korunas?|czk",
  PLN: "兹罗提|zlotys?|zloties|pln",
  HUF: "福林|forints?|huf",
  ZAR: "兰特|rands?|zar",
  PKR: "巴基斯坦卢比|pakistani rupees?|pkr",
  BDT: "塔卡|takas?|bdt",
  ARS: "阿根廷比索|argentine pesos?|ars",
  NLG: "荷兰盾|dutch guilders?|netherlands guilders?|guilders?|nlg",
  JOD: "约旦第纳尔|jordanian dinars?|jod",
  BHD: "巴林第纳尔|bahraini dinars?|bhd",
  OMR: "阿曼里亚尔|omani rials?|omr",
  IRR: "伊朗里亚尔|iranian rials?|irr",
  KZT: "坚戈|tenges?|kzt",
  GEL: "拉里|laris?|gel",
  MMK: "缅元|kyats?|mmk",
  KHR: "瑞尔|khr",
  LKR: "斯里兰卡卢比|sri lankan rupees?|lkr",
  BGN: "列弗|bgn",
  RON: "列伊|ron",
}
const SMALL_NAMES: readonly (readonly [names: string, currency: string, parts: number])[] = [
  ["角钱|角(?![形度洲落色])|毛钱|毛(?![病发衣巾])|毫", LOCAL, 10],
  ["分钱|仙", LOCAL, 100],
  ["美分|cents?|¢|c", "USD", 100],
  ["dimes?", "USD", 10],
  ["nickels?", "USD", 20],
  ["quarters?", "USD", 4],
  ["便士|pence|penny|pennies", "GBP", 100],
  ["欧分", "EUR", 100],
]

/** All names as one pattern, the longest first, so that 元人民币 wins over 元. */
const ALL = [...Object.values(NAMES), ...SMALL_NAMES.map(([names]) => names)]
  .flatMap((names) => names.split("|"))
  .sort((a, b) => b.length - a.length)
  .map((name) => (/^[a-z]/.test(name) && /[a-z?]$/.test(name) ? `${name}(?![a-z])` : name))
const SUFFIX = new RegExp(
  `^(?: {0,2}|-)(?:多 ?|余 ?|个)?(?:m(?=(?:eur|gbp|usd|cny)(?![a-z])))?(${ALL.join("|")})`,
)
const PREFIX = new RegExp(`(?:^|[^a-z])(${ALL.join("|")}) {0,2}$`)
const CODES: readonly (readonly [RegExp, MoneyUnit])[] = [
  ...SMALL_NAMES.map(([names, currency, parts]): readonly [RegExp, MoneyUnit] => [
    new RegExp(`^(?:${names})$`),
    { currency, parts },
  ]),
  ...Object.entries(NAMES).map(([currency, names]): readonly [RegExp, MoneyUnit] => [
    new RegExp(`^(?:${names})$`),
    { currency, parts: 1 },
  ]),
]

function unitOf(word: string): MoneyUnit | null {
  return CODES.find(([pattern]) => pattern.test(word))?.[1] ?? null
}
