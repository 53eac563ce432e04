/** Returns how many characters of `text` at `at` are a Chinese surname: 2 for 欧阳, 1 for 张, 0 for none. */
export function surnameLength(text: string, at: number): number {
  if (COMPOUND.has(text.slice(at, at + 2))) return 2
  return SINGLE.has(text.charAt(at)) ? 1 : 0
}

/** Whether a surname is so common that it alone makes a short text look like a name. */
export function isCommonSurname(surname: string): boolean {
  return surname.length > 1 || COMMON.has(surname)
}

const COMPOUND: ReadonlySet<string> = new Set(
  "欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 南宫 独孤 端木 轩辕 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 司寇 百里 呼延 东郭 南门 羊舌 微生 公羊 梁丘 左丘 西门 第五 拓跋 完颜 叶赫 纳兰 赫连".split(
    " ",
  ),
)
const COMMON: ReadonlySet<string> = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫" +
    "孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申殷詹欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾尤穆司古吉缪简车项连芦麦褚娄戚岑" +
    "景党宫费卜冷晏卫柏仇宗桂全苟",
)
const SINGLE: ReadonlySet<string> = new Set([
  ...COMMON,
  ..."席闵闫闻应利师巩查佟隋巫臧池井鞠丰冀扈燕晁阚银邬郁储封满敖隆贡蔺楚屠边卓危候揭植匡栾伏鄢幸谌初门苑郎丛桑窦辛米仲甄虞明时皮湛丘荆沙宣雍巴邝水茅常强傅耶居那农荀衡步都花",
])
