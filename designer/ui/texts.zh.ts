/** Words of the shared interface parts, in Chinese. */
export const uiTextsZh = {
  textSize: "文字大小",
  textNormal: "标准",
  theme: "外观",
  themeSystem: "跟随系统",
  themeLight: "浅色",
  themeDark: "深色",
  copy: "复制{{name}} {{value}}",
  copied: "已复制{{name}}",
  policyNo: "保单号",
  idLast4: "证件后四位",
  mobile: "手机号",
  code: "验证码",
  loading: "正在读取",
  retry: "重试",
}
