/** The services that a customer can ask for by name, in the order of the page; ids are those of the flow set. */
export const services = [
  { flow: "surrender", zh: "退保", en: "Surrender" },
  { flow: "renewal", zh: "续期交费", en: "Renewal premium" },
  { flow: "claims", zh: "理赔报案", en: "Claim" },
  { flow: "health-disclosure", zh: "健康告知", en: "Health disclosure" },
  { flow: "claims-status", zh: "理赔进度", en: "Claim status" },
  { flow: "policy-status", zh: "保单查询", en: "Policy enquiry" },
  { flow: "callback", zh: "预约回电", en: "Call-back" },
  { flow: "complaint", zh: "投诉建议", en: "Complaint" },
  { flow: "complaint-status", zh: "投诉进度", en: "Complaint status" },
] as const
